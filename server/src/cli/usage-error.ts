/** A request that cannot be carried out: reported in one line, exit status 2. */
export class UsageError extends Error {}
