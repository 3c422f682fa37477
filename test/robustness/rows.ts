/**
 * What is tried at random, by name: each row makes texts from a seed and checks what must hold of them. The tests run every
 * row with `count`, by the known seed and by a new one, and `scripts/fuzz.ts` with any others.
 */
import assert from 'node:assert/strict';
import { tryDeletions, tryPrefixes } from './broken-samples';
import { tryNoise } from './byte-noise';
import { tryEdits, tryMutations } from './chain';
import { tryFixes } from './fixed-plans';
import { tryNames } from './names';
import { tryReferences } from './reference-graphs';

export interface Row {
  readonly what: string;
  /** How many are tried with each seed in a run of the tests. */
  readonly count: number;
  /** That there is nothing to roll: every seed tries the same. */
  readonly isFixed?: boolean;
  /** Tries `count` of them. @throws Error that tells of the text at fault. */
  readonly run: (seed: number, count: number) => void;
}

export const rows: Readonly<Record<string, Row>> = {
  samples: {
    what: 'samples without a line, or broken off anywhere',
    // Every line, every character of short samples and every token of long ones; above, every character of all.
    count: 90_000,
    isFixed: true,
    run: (_, count) => {
      const tried = tryDeletions() + tryPrefixes(count > 90_000 ? 'characters' : 'tokens of long samples');
      assert.ok(tried >= count, `${tried} were all`);
    },
  },
  mutations: {
    what: 'plans with tokens or parts of their structure changed, followed edit by edit as opened anew',
    count: 10_000,
    run: tryMutations,
  },
  edits: {
    what: 'plans with any characters changed, followed edit by edit as opened anew',
    count: 2_500,
    run: tryEdits,
  },
  fixes: { what: 'documents with something to put right, each of their fixes made', count: 2_500, run: tryFixes },
  names: { what: 'names with signs in them at all places of a plan, put right', count: 20_000, run: tryNames },
  noise: { what: 'files that are not the text they should be, read and put right', count: 1_000, run: tryNoise },
  references: { what: 'folders of plans that name each other and what they may not', count: 120, run: tryReferences },
};
