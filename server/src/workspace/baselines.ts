/** Baselines as they were read: the findings of each plan that its team knows of already. */
import { type Baseline, type Judgement, readBaseline, say } from '../core/index';
import { type FileText, isSameFile } from './file-text';
import { folderOf, wayFrom } from './uri';

/** Fingerprints that a baseline holds of one plan; or why it cannot be read, to follow "The baseline". */
export type KnownFindings = { readonly fingerprints: ReadonlySet<string> } | { readonly why: string };

const nothingKnown: ReadonlySet<string> = new Set();

type Reading = Baseline | { readonly why: string };

export class Baselines {
  /** By key, with the file that each was read from. */
  private readonly read = new Map<string, { readonly file: FileText; readonly reading: Reading }>();
  private readonly reduced = new WeakMap<Judgement, { known: ReadonlySet<string>; judgement: Judgement }>();

  /** What the baseline `key` with `file` in it holds of the plan `uri`; the same set as long as the file says the same. */
  known(key: string, file: FileText, uri: string): KnownFindings {
    const before = this.read.get(key);
    const reading = before && isSameFile(before.file, file) ? before.reading : readingOf(file);
    this.read.set(key, { file, reading });
    if ('why' in reading) return reading;
    const path = wayFrom(folderOf(key) ?? '', uri);
    return { fingerprints: (path === undefined ? undefined : reading.get(path)) ?? nothingKnown };
  }

  /** `judgement` without the findings that are known; the same object for the same two. */
  reduce(judgement: Judgement, known: ReadonlySet<string>): Judgement {
    if (known.size === 0) return judgement;
    const before = this.reduced.get(judgement);
    if (before?.known === known) return before.judgement;
    const findings = judgement.findings.filter(({ fingerprint }) => !known.has(fingerprint));
    const reduced = { known, judgement: { ...judgement, findings } };
    this.reduced.set(judgement, reduced);
    return reduced.judgement;
  }
}

function readingOf(file: FileText): Reading {
  if (file.kind === 'text') return readBaseline(file.text);
  return { why: file.kind === 'fault' ? say`is not readable as text` : file.why };
}
