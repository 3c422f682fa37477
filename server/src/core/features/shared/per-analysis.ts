/** Memoises what features derive from one analysis: computed on first use, collected with the analysis. */
import type { Analysis } from '../../analysis';

/** `make`, called once for each analysis. */
export function perAnalysis<T extends object>(make: (analysis: Analysis) => T): (analysis: Analysis) => T {
  const known = new WeakMap<Analysis, T>();
  return analysis => {
    const before = known.get(analysis);
    if (before) return before;
    const made = make(analysis);
    known.set(analysis, made);
    return made;
  };
}
