/**
 * Keeps the project in step with the editor and the files: what is open, the plans in the workspace's folders, and what
 * these incorporate. The text of an open document wins over its file. Files are read here and nowhere else.
 */
import {
  type Analysis,
  analyse,
  everyFinding,
  type Finding,
  type Judgement,
  LineIndex,
  Project,
  type Settings,
  say,
} from '../core/index';
import { locateNamed } from '../workspace/locate';
import { folderOf, isInside } from '../workspace/uri';
import type { FileSource } from './file-source';
import type { OpenDocuments } from './open-documents';
import { nextTurn } from './turns';

/** What the known plans need to know of the rest of the server. */
export interface PlansSurroundings {
  readonly open: OpenDocuments;
  readonly files: FileSource;
  /** The keys of the workspace's folders. */
  folders(): readonly string[];
  settings(key: string): Settings;
  /** Resolves when it is known what the configuration says of a document. */
  settled(key: string): Promise<void>;
  /** Whether the configuration passes the document over. */
  ignores(key: string): boolean;
  /** Fingerprints of findings that are known and not reported again. */
  baseline(key: string): ReadonlySet<string>;
  /** Documents that must not be read. */
  readonly withheld: ReadonlySet<string>;
  /** Runs work on a document; gives nothing where it had to be ended. */
  bounded<R>(key: string, work: () => R): { readonly value: R } | undefined;
  /** Something was read that findings may depend on. */
  onRead(): void;
}

interface OnDisk {
  readonly done: Promise<void>;
  readonly why: string | undefined;
  /** The lines of a file that is no text that can be checked, as far as it can be shown. */
  readonly lines: LineIndex | undefined;
}

/** So many files are read at once. */
const READ_AT_ONCE = 16;

export class KnownPlans {
  readonly project: Project;
  private readonly notAnalysed = new Set<string>();
  private readonly onDisk = new Map<string, OnDisk>();
  /** Judgements without the findings that a baseline holds. */
  private readonly reduced = new WeakMap<Judgement, { known: ReadonlySet<string>; judgement: Judgement }>();
  private listed: ReadonlySet<string> = new Set();
  private scans: Promise<void> = Promise.resolve();
  private nextScan: Promise<void> | undefined;

  constructor(private readonly around: PlansSurroundings) {
    this.project = new Project({
      locate: (from, path) => this.locate(from, path),
      settings: key => around.settings(key),
      bounded: (key, work) => around.bounded(key, work),
    });
  }

  /** The text of an open document has changed. It is analysed when something is asked of it, the newest version only. */
  textChanged(key: string): void {
    this.notAnalysed.add(key);
  }

  /** A document is no longer open: from now on its file counts, if it is needed at all. */
  async closed(key: string): Promise<void> {
    this.notAnalysed.delete(key);
    if (this.isWanted(key)) await this.read(key);
    else this.forget(key);
    this.forgetUnwanted();
  }

  /** Files were changed, made or deleted by somebody else. */
  async filesChanged(keys: readonly string[]): Promise<void> {
    const read = keys.filter(key => this.onDisk.has(key));
    await Promise.all(read.map(key => this.read(key)));
  }

  /** Looks through the folders for plans, one search at a time, and reads those that are new. */
  scan(): Promise<void> {
    if (this.nextScan) return this.nextScan;
    const scan = this.scans.then(() => {
      this.nextScan = undefined;
      return this.scanNow();
    });
    this.nextScan = scan;
    this.scans = scan.catch(() => {});
    return scan;
  }

  /** Resolves when the search that is under way, if any, is over. */
  scanned(): Promise<void> {
    return this.scans;
  }

  /** Reads every known file again, for an editor that tells of no changes. */
  async readAgain(): Promise<void> {
    await this.scan();
    await this.filesChanged([...this.onDisk.keys()]);
  }

  /** Resolves when everything has been read that the findings of `key` depend on, and its newest text is analysed. */
  async ready(key: string): Promise<void> {
    this.analyse(key);
    const located = this.project.incorporatedPaths(key).map(path => this.located(key, path));
    const unread = located.flatMap(place => ('uri' in place ? [place.uri] : []));
    await Promise.all(unread.map(needed => this.readOnce(needed)));
  }

  /** The analysis of the newest version. */
  analysis(key: string): Analysis | undefined {
    this.analyse(key);
    return this.project.analysis(key);
  }

  /** The findings of the newest version, with all that has been read around it. */
  judge(key: string): Judgement | undefined {
    this.analyse(key);
    const judgement = this.project.judge(key);
    return judgement && this.withoutKnown(key, judgement);
  }

  /** The findings of the newest version if the plan were agreed as it stands. */
  judgeAsAgreed(key: string): Judgement | undefined {
    this.analyse(key);
    const judgement = this.project.judgeAsAgreed(key);
    return judgement && this.withoutKnown(key, judgement);
  }

  /** All findings of `text`, if the document `key` had it, those beyond what is reported too. */
  findingsOf(key: string, text: string): readonly Finding[] {
    // Read afresh: taking parts over from the document's own analysis would move the places in it.
    const analysis = analyse(text);
    return everyFinding(analysis, this.around.settings(key), this.project.around(key));
  }

  /** The lines of the text of `key`, if `text` is what was analysed last. */
  linesOf(key: string, text: string): LineIndex | undefined {
    const analysis = this.project.analysis(key);
    return analysis?.text === text ? analysis.lines : undefined;
  }

  /** The lines that findings of the newest version are on. */
  lines(key: string): LineIndex | undefined {
    const shown = this.around.open.has(key) ? undefined : this.onDisk.get(key)?.lines;
    return shown ?? this.analysis(key)?.lines;
  }

  /** The documents that are reported on: open ones, those in the folders, and what these incorporate. */
  reported(): readonly string[] {
    return [...new Set([...this.around.open.keys(), ...this.project.uris()])].sort();
  }

  /** How many plans the folders hold. */
  get listedCount(): number {
    return this.listed.size;
  }

  /** Whether there is anything to say of the document: an open one may be other YAML, or be passed over. */
  isPlan(key: string): boolean {
    const document = this.around.open.get(key);
    if (!document) return this.project.has(key);
    return (document.isPlan && !this.around.ignores(key)) || this.incorporated().has(key);
  }

  private withoutKnown(key: string, judgement: Judgement): Judgement {
    const known = this.around.baseline(key);
    if (known.size === 0) return judgement;
    const before = this.reduced.get(judgement);
    if (before?.known === known) return before.judgement;
    const findings = judgement.findings.filter(({ fingerprint }) => !known.has(fingerprint));
    const reduced = { known, judgement: { ...judgement, findings } };
    this.reduced.set(judgement, reduced);
    return reduced.judgement;
  }

  private analyse(key: string): void {
    if (!this.notAnalysed.has(key)) return;
    const document = this.around.open.get(key);
    if (document) this.project.set(key, document.text);
    this.notAnalysed.delete(key);
  }

  private locate(from: string, path: string): { readonly uri: string } | { readonly why: string } {
    const located = this.located(from, path);
    const why = 'uri' in located && !this.around.open.has(located.uri) && this.onDisk.get(located.uri)?.why;
    return why ? { why } : located;
  }

  private located(from: string, path: string): { readonly uri: string } | { readonly why: string } {
    return locateNamed(from, path, this.rootsFor(from));
  }

  /** A plan outside every folder of the workspace may incorporate what lies in its own folder. */
  private rootsFor(key: string): readonly string[] {
    const folders = this.around.folders();
    const own = folderOf(key);
    return own === undefined || folders.some(folder => isInside(own, folder)) ? folders : [...folders, own];
  }

  private async readOnce(key: string): Promise<void> {
    if (this.around.open.has(key)) this.analyse(key);
    else await (this.onDisk.get(key)?.done ?? this.read(key));
  }

  /** Reads a file into the project; of several readings of one file the newest counts. */
  private read(key: string): Promise<void> {
    const before = this.onDisk.get(key)?.why;
    const reading: { -readonly [Part in keyof OnDisk]: OnDisk[Part] } = {
      done: Promise.resolve(),
      why: before,
      lines: undefined,
    };
    this.onDisk.set(key, reading);
    const isCurrent = () => this.onDisk.get(key) === reading && !this.around.open.has(key);
    const read = async () => {
      const file = this.around.withheld.has(key)
        ? ({ kind: 'unreadable', why: say`is kept out, because the checker stopped on it` } as const)
        : await this.around.files.read(key, this.listed.has(key) ? undefined : this.rootsFor(key));
      if (!isCurrent()) return;
      if (file.kind === 'text') this.project.set(key, file.text);
      else if (file.kind === 'fault') this.project.setUnreadable(key, file.fault);
      else this.project.delete(key);
      reading.lines = file.kind === 'fault' ? new LineIndex(file.text) : undefined;
      reading.why = file.kind === 'unreadable' ? file.why : undefined;
      if (reading.why !== before) this.project.invalidate();
      this.around.onRead();
    };
    reading.done = read();
    return reading.done;
  }

  private async scanNow(): Promise<void> {
    const { files, folders, settled, ignores } = this.around;
    const found = (await Promise.all(folders().map(folder => files.findPlans(folder)))).flat();
    await Promise.all(found.map(settled));
    this.listed = new Set(found.filter(key => !ignores(key)));
    this.forgetUnwanted();
    const unread = [...this.listed].filter(key => !this.onDisk.has(key) && !this.around.open.has(key)).sort();
    for (let done = 0; done < unread.length; done += READ_AT_ONCE) {
      await Promise.all(unread.slice(done, done + READ_AT_ONCE).map(key => this.read(key)));
      await nextTurn();
    }
    const incorporating = [...this.listed].filter(key => this.project.incorporatedPaths(key).length > 0);
    await Promise.all(incorporating.map(key => this.ready(key)));
    this.around.onRead();
  }

  private isWanted(key: string): boolean {
    return this.listed.has(key) || this.incorporated().has(key);
  }

  private incorporated(): ReadonlySet<string> {
    const incorporated = new Set<string>();
    for (const from of [...this.around.open.keys(), ...this.listed]) {
      for (const path of this.project.incorporatedPaths(from)) {
        const place = this.located(from, path);
        if ('uri' in place) incorporated.add(place.uri);
      }
    }
    return incorporated;
  }

  private forgetUnwanted(): void {
    const wanted = new Set([...this.around.open.keys(), ...this.listed, ...this.incorporated()]);
    for (const key of [...this.project.uris(), ...this.onDisk.keys()]) {
      if (!wanted.has(key)) this.forget(key);
    }
  }

  private forget(key: string): void {
    this.onDisk.delete(key);
    this.project.delete(key);
    this.around.onRead();
  }
}
