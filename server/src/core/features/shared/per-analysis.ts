/** What features work out of one version of a document and share: made when it is first asked for, gone with the version. */
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
