/** What npm runs before it packs: installs what the build needs where it is not there, and builds. Prints nothing to standard output. */
await import('./setup.mjs');
const { buildIfStale } = await import('./build-if-stale.mjs');
buildIfStale();
