/** A command of the command line: its arguments in, an exit code out. `signal` is aborted by Ctrl-C. */
export type Command = (args: readonly string[], signal: AbortSignal) => Promise<number>;
