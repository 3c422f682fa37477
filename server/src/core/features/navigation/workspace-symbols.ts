/** Items of all documents that are known, found by their name or their id. */
import type { Analysis } from '../../analysis';
import type { Project } from '../../project';
import type { Span } from '../../text/span';
import { nameOf } from '../shared/item-name';
import { perAnalysis } from '../shared/per-analysis';

export interface FoundSymbol {
  readonly uri: string;
  readonly name: string;
  readonly id: string;
  /** The kind of item: "scheme", "line". */
  readonly kind: string;
  /** The title of the plan that it is in. */
  readonly plan: string;
  readonly at: Span;
}

/** Upper bound on results; editors query again with every letter. */
const most = 500;

/** Items whose name or id contains the letters of `query` in this order, best first. */
export function findSymbols(project: Project, query: string): readonly FoundSymbol[] {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const found: { readonly rank: number; readonly symbol: FoundSymbol }[] = [];
  for (const uri of project.uris()) {
    const analysis = project.analysis(uri);
    if (!analysis) continue;
    for (const item of itemsOf(analysis)) {
      const rank = Math.min(rankOf(item.name.toLowerCase(), wanted), rankOf(item.id.toLowerCase(), wanted));
      if (rank < NOT_FOUND) found.push({ rank, symbol: { uri, plan: analysis.document?.title.value ?? '', ...item } });
    }
  }
  // The sort is stable: within a rank documents and items stay in their order.
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ symbol }) => symbol);
}

const NOT_FOUND = 3;

/** 0 for a prefix, 1 for a substring, 2 for the letters in this order. */
function rankOf(text: string, wanted: string): number {
  const bare = text.replace(/\s+/g, '');
  if (bare.startsWith(wanted)) return 0;
  if (bare.includes(wanted)) return 1;
  let at = 0;
  for (const letter of bare) if (letter === wanted[at]) at++;
  return at === wanted.length ? 2 : NOT_FOUND;
}

const itemsOf = perAnalysis(({ references }: Analysis) =>
  references.definitions.map(definition => ({
    name: nameOf(definition),
    id: definition.id.text,
    kind: definition.kind,
    at: definition.id as Span,
  })),
);
