/** Where a command writes; each call is one line or more, without the last line end. */
export interface CommandIo {
	out: (text: string) => void;
	err: (text: string) => void;
}
