/** Patterns as in `.gitignore`. The package is loaded on first use: most configurations have none. */
import type ignoreRules from 'ignore';

declare const require: (id: 'ignore') => { readonly default: typeof ignoreRules };

/** Whether the patterns exclude a path; paths are relative to the folder of the patterns, with `/`. */
export function ignoring(patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => false;
  const rules = require('ignore')
    .default()
    .add([...patterns]);
  return path => rules.ignores(path);
}
