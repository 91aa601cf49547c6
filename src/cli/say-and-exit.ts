/** Ends the program with an error: its sentence where the operator can mend it, else the whole error with its stack. */
export function sayAndExit(error: unknown): never {
	const isOurs = error instanceof Error && error.name === 'StartError'; // the build has its own copy of the class
	console.error(isOurs ? error.message : error);
	process.exit(1);
}
