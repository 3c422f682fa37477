/** Patterns of what is passed over, as in `.gitignore`. */
import ignore from 'ignore';

/** Whether a path from the folder of the patterns, with `/`, is passed over. Patterns that mean nothing pass nothing over. */
export function ignores(patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => false;
  const matcher = ignore({ allowRelativePaths: true }).add([...patterns]);
  return path => path !== '' && matcher.ignores(path);
}
