/** One level of an indicator as the form shows it. */
export interface LevelChoice {
	level: number;
	name: string;
	criteria: string;
	evidence: string;
}
