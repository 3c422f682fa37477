/**
 * Reads one chunk of a plan's text into nodes and faults. A pure function of the chunk's text and kind: its result is
 * reused for as long as the text stands unchanged in the document.
 */
import type { Fault } from '../finding';
import { duplicateKeys } from './duplicate-keys';
import { readLines } from './lines/read-lines';
import { pastedTexts } from './repair/pasted-text';
import { readRepaired } from './repair/repair';
import type { Chunk } from './split';
import type { Entry, Node, Origin } from './tree/node';

export interface ChunkReading {
  /** Keys of the chunk (kinds `entries` and `whole`). */
  readonly entries: readonly Entry[];
  /** Items of the chunk (kind `items`). */
  readonly items: readonly Node[];
  /** The whole root where it is neither keys nor items: a plan that is a list or a single text. */
  readonly root: Node | undefined;
  readonly faults: readonly Fault[];
  /** What the reading cost, in tokens of the library; 0 where the library was not needed. */
  readonly cost: number;
  /** False where the text was not read because it is too large, or too deep. */
  readonly isComplete: boolean;
  /** Names that the chunk repeats (`*name`) and does not define (`&name`). */
  readonly distantAliases: readonly string[];
}

/** Reads `text`; gives up with one fault after `maxTokens`. */
export function readChunk(text: string, kind: Chunk['kind'], origin: Origin, maxTokens: number): ChunkReading {
  const read = pastedTexts(text).length === 0 ? readLines(text, origin) : undefined;
  if (read) return sorted(kind, read.root, { faults: [], cost: 0, isComplete: true, distantAliases: [] });
  const { root, faults, cost, isComplete, distantAliases } = readRepaired(
    text,
    origin,
    maxTokens,
    kind === 'entries' ? 'map' : 'any',
  );
  const all = [...faults, ...duplicateKeys(root)];
  return sorted(kind, root, { faults: all, cost, isComplete, distantAliases });
}

function sorted(
  kind: Chunk['kind'],
  root: Node | undefined,
  rest: Omit<ChunkReading, 'entries' | 'items' | 'root'>,
): ChunkReading {
  const entries = kind !== 'items' && root?.kind === 'map' ? root.entries : [];
  const items = kind === 'items' && root?.kind === 'list' ? root.items : [];
  return { entries, items, root, ...rest };
}
