/** The run was asked for something that cannot be done: told in one line, exit status 2. */
export class UsageError extends Error {}
