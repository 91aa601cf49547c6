/** Ends the program with what went wrong: a sentence where it is the operator's to mend, else all there is to know. */
export function sayAndExit(error: unknown): never {
	const isOurs = error instanceof Error && error.name === 'StartError'; // the build has its own copy of the class
	console.error(isOurs ? error.message : error);
	process.exit(1);
}
