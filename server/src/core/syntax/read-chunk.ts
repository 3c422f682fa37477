/**
 * Reads one chunk of a plan's text into nodes and faults. A pure function of the chunk's text and kind: its result is
 * reused for as long as the text stands unchanged in the document.
 */
import type { Fault } from '../finding';
import { type Entry, ListNode, type MapNode, type Node, type Origin, Place } from './node';
import { type LibraryFault, readYaml } from './read-yaml';
import type { Chunk } from './split';

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
}

/** Reads `text`; gives up with one fault after `maxTokens`. */
export function readChunk(text: string, kind: Chunk['kind'], origin: Origin, maxTokens: number): ChunkReading {
  const reading = readYaml(text, origin, maxTokens);
  const { root } = reading;
  const entries = root?.kind === 'map' ? (root as MapNode).entries : [];
  const items = root instanceof ListNode ? root.items : [];
  return {
    entries: kind === 'items' ? [] : entries,
    items: kind === 'items' ? items : [],
    root,
    faults: reading.faults.map(fault => inWords(fault, origin)),
    cost: reading.tokens,
  };
}

function inWords(fault: LibraryFault, origin: Origin): Fault {
  return { rule: 'yaml-syntax', at: new Place(origin, fault.from, fault.to), message: fault.message };
}
