/** Builds if needed. @throws Error when the build fails; esbuild has then said why. */
export function buildIfStale(): void;
