/**
 * Reads one chunk of a plan's text into nodes and faults. A pure function of the chunk's text and kind: its result is
 * reused for as long as the text stands unchanged in the document.
 */
import type { Allowance } from '../budget';
import type { Fault } from '../finding';
import { duplicateKeys } from './duplicate-keys';
import { readLines } from './lines/read-lines';
import type { Repair } from './repair/mistakes/repaired-text';
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
  /** The cost of the reading in steps; 0 where the library was not needed. */
  readonly cost: number;
  /** The part of the cost spent on repair attempts. */
  readonly repairs: number;
  /** Whether the budget stopped further repair attempts. */
  readonly isLimited: boolean;
  /** False where the text was not parsed because it is too large or too deep. */
  readonly isComplete: boolean;
  /** Aliases (`*name`) whose anchors (`&name`) are not in the chunk. */
  readonly distantAliases: readonly string[];
}

/** Whether `reading`, made within the budget `former`, would be the same within `allowance`. */
export function holdsWithin(reading: ChunkReading, former: Allowance, allowance: Allowance): boolean {
  if (former.tokens !== allowance.tokens && (reading.cost > 0 || !reading.isComplete)) return false;
  return former.repairs === allowance.repairs || (!reading.isLimited && reading.repairs <= allowance.repairs);
}

/** Reads `text` with `mends` made in it; gives up with one fault after the tokens of `allowance`. */
export function readChunk(
  text: string,
  kind: Chunk['kind'],
  origin: Origin,
  allowance: Allowance,
  mends: readonly Repair[] = [],
): ChunkReading {
  const read = mends.length === 0 && pastedTexts(text).length === 0 ? readLines(text, origin) : undefined;
  if (read)
    return sorted(kind, read.root, {
      faults: [],
      cost: 0,
      repairs: 0,
      isLimited: false,
      isComplete: true,
      distantAliases: [],
    });
  const { root, faults, ...rest } = readRepaired(text, origin, allowance, kind === 'entries' ? 'map' : 'any', mends);
  return sorted(kind, root, { ...rest, faults: [...faults, ...duplicateKeys(root)] });
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
