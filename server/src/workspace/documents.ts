/**
 * The documents that are known: open ones, the plans of the folders or of a run, and what these incorporate, each with its
 * configuration and baseline. Reads nothing: it says what it needs, and is given it. The text of an open document wins over
 * its file. Documents are known by their keys (`uri.ts`).
 */
import { configurationFile, Project } from '../core/for-workspace';
import type { Fault, LineIndex, Settings } from '../core/index';
import { Baselines, type KnownFindings } from './baselines';
import type { SettingsFile } from './configuration-files';
import { Configurations } from './configurations';
import type { FileText } from './file-text';
import type { Host } from './host';
import { incorporatedBy } from './incorporated';
import { type AnswerTo, type FilePurpose, Inputs, type Need } from './inputs';
import { locateNamed } from './locate';
import { nameOf } from './uri';

/** Stands for a plan's text among the inputs: the text itself is the project's. */
const READ: FileText = { kind: 'text', text: '' };

interface OpenText {
  readonly languageId: string | undefined;
  /** Other YAML is left alone, also where an editor sends all of it. */
  readonly isPlan: boolean;
}

export class Documents {
  /** Texts, and what follows from them. */
  protected readonly project: Project;
  protected readonly baselines = new Baselines();
  private readonly inputs = new Inputs();
  private readonly configurations: Configurations;
  /** Documents that somebody holds a text for. */
  private readonly opened = new Map<string, OpenText>();
  private folders: readonly string[] = [];
  private named: readonly string[] = [];
  private listed: ReadonlySet<string> = new Set();
  private isListOld = true;
  private broughtIn: { readonly at: number; readonly uris: ReadonlySet<string> } | undefined;

  constructor(private readonly host: Host) {
    this.project = new Project({
      locate: (from, path) => this.locate(from, path),
      settings: uri => this.settings(uri),
      bounded: (uri, work) => (host.bounded ? host.bounded(uri, work) : { value: work() }),
    });
    this.configurations = new Configurations(
      this.inputs,
      (purpose, uri, roots) => this.textAt(purpose, uri, roots),
      uri => host.overrides(uri),
    );
  }

  /** An editor, a form or a run holds `text` for the document, whatever stands in its file. */
  open(uri: string, text: string, languageId?: string): void {
    this.opened.set(uri, { languageId, isPlan: isPlan(uri, languageId, text) });
    this.project.set(uri, text);
    if (this.isForSettings(uri)) this.settingsChanged();
  }

  /** The text that is held for an open document is another one now. */
  change(uri: string, text: string): void {
    const before = this.opened.get(uri);
    if (before !== undefined) this.open(uri, text, before.languageId);
  }

  /** What is held for the document is no text that can be checked: its one finding is `fault`. */
  openUnreadable(uri: string, fault: Fault, shown: string): void {
    this.opened.set(uri, { languageId: undefined, isPlan: true });
    this.project.setUnreadable(uri, fault, shown);
  }

  /** Nobody holds a text for the document any more: its file counts, if the document is wanted at all. */
  close(uri: string): void {
    if (!this.opened.delete(uri)) return;
    this.fileChanged(uri);
    this.broughtIn = undefined;
    this.forgetUnwanted();
  }

  /** All plans in these folders and below are wanted. */
  search(folders: readonly string[]): void {
    this.folders = folders;
    this.isListOld = true;
  }

  /** These plans are wanted. */
  include(plans: readonly string[]): void {
    this.named = plans;
    this.isListOld = true;
  }

  /** Somebody has changed, made or deleted the file. */
  fileChanged(uri: string): void {
    this.inputs.fileChanged(uri);
    if (!this.isForSettings(uri)) return;
    // A configuration is written together with what it names: all are read again.
    this.inputs.settingsChanged();
    this.settingsChanged();
  }

  /** Plans may have come or gone in the folders. */
  searchAgain(): void {
    this.inputs.searchAgain();
    this.isListOld = true;
  }

  /** Any file may have changed. */
  everythingChanged(): void {
    this.inputs.everythingAgain();
    this.settingsChanged();
  }

  /** What the run or the editor sets, or a file that settings come from, has changed. */
  settingsChanged(): void {
    this.configurations.changed();
    this.project.invalidate();
    this.isListOld = true;
  }

  /** What is missing until the findings of `uri` are whole; without it, until those of all documents are. */
  needs(uri?: string): readonly Need[] {
    return this.inputs.needsOf(() => {
      if (uri === undefined && this.isListOld) this.isListOld = this.inputs.needsOf(() => this.list()).length > 0;
      this.askFor(uri === undefined ? [...this.listed, ...this.opened.keys()] : [uri]);
    });
  }

  /** Whether the need is still to be answered: false once it was, or a newer one has come in its place. */
  isOpen(need: Need): boolean {
    return this.inputs.isOpen(need);
  }

  /** Takes the answer to a need; false where it is dropped, because the need is not open any more. */
  give<N extends Need>(need: N, answer: AnswerTo[N['kind']]): boolean;
  give(need: Need, answer: AnswerTo[keyof AnswerTo]): boolean {
    if (!this.inputs.isOpen(need)) return false;
    const isPlanFile = need.kind === 'file' && need.purpose === 'plan';
    if (isPlanFile && typeof answer === 'object' && 'kind' in answer) this.givePlan(need, answer);
    else if (this.inputs.take(need, answer)) {
      if (need.kind === 'search') this.isListOld = true;
      else this.settingsChanged();
    }
    return true;
  }

  /** Documents that are open, wanted, or brought in by one of these, in the order of their keys. */
  uris(): readonly string[] {
    return [...new Set([...this.opened.keys(), ...this.project.uris()])].sort();
  }

  /** The plans of the folders or of the run, but for those that are passed over. */
  plans(): readonly string[] {
    return [...this.listed];
  }

  /** Whether somebody holds a text for the document. */
  isOpened(uri: string): boolean {
    return this.opened.has(uri);
  }

  /** Whether an open document is a plan by its language, its name or its first key. */
  isOpenPlan(uri: string): boolean {
    return this.opened.get(uri)?.isPlan === true;
  }

  /** Whether there is anything to say of the document: an open one may be other YAML, or be passed over. */
  isPlan(uri: string): boolean {
    if (!this.opened.has(uri)) return this.project.has(uri);
    return (this.isOpenPlan(uri) && !this.ignores(uri)) || this.incorporated().has(uri);
  }

  /** Whether the document is there, and no text. */
  isUnreadable(uri: string): boolean {
    return this.project.isUnreadable(uri);
  }

  /** The newest text of the document; of one that is no text, what can be shown of it. */
  text(uri: string): string | undefined {
    return this.project.text(uri);
  }

  /** The lines of that text. */
  lines(uri: string): LineIndex | undefined {
    return this.project.lines(uri);
  }

  /** The lines of the newest text, where it was analysed already. */
  analysedLines(uri: string): LineIndex | undefined {
    return this.project.analysedLines(uri);
  }

  settings(uri: string): Settings {
    return this.configurations.settings(uri);
  }

  /** Whether the configuration of the document passes it over. */
  ignores(uri: string): boolean {
    return this.configurations.ignores(uri);
  }

  /** The baseline of the document, and what it holds of it or why it cannot be read; `undefined` where there is none. */
  baseline(uri: string): { readonly uri: string; readonly known: KnownFindings | undefined } | undefined {
    const baseline = this.configurations.baseline(uri);
    if (!baseline) return undefined;
    const file = this.textAt('baseline', baseline.uri, baseline.roots);
    return { uri: baseline.uri, known: file && this.baselines.known(baseline.uri, file, uri) };
  }

  /** A file that settings come from; `undefined` for every other document. */
  settingsFile(uri: string): SettingsFile | undefined {
    return this.configurations.file(uri);
  }

  /** The files that settings come from: of the document `uri`, or all of them. */
  settingsFiles(uri?: string): readonly string[] {
    return this.configurations.files(uri);
  }

  /** Whether settings may depend on the file. */
  isForSettings(uri: string): boolean {
    return nameOf(uri) === configurationFile || this.settingsFile(uri) !== undefined || this.inputs.isForSettings(uri);
  }

  private textAt(purpose: FilePurpose, uri: string, roots?: readonly string[]): FileText | undefined {
    const text = this.opened.has(uri) ? this.project.text(uri) : undefined;
    return text === undefined ? this.inputs.file(purpose, uri, roots) : { kind: 'text', text };
  }

  /** Makes the list of wanted plans anew. What is not known to be passed over or not is not listed yet. */
  private list(): void {
    const found = this.folders.flatMap(folder => this.inputs.search(folder) ?? []);
    const kept = [...this.named, ...found].filter(uri => !this.ignores(uri) && this.configurations.isKnown(uri));
    const listed = new Set(kept);
    const isSame = listed.size === this.listed.size && kept.every(uri => this.listed.has(uri));
    if (isSame) return;
    this.listed = listed;
    this.broughtIn = undefined;
    this.forgetUnwanted();
  }

  private askFor(uris: readonly string[]): void {
    for (const uri of uris) {
      if (this.listed.has(uri)) this.textAt('plan', uri);
      this.baseline(uri);
    }
    for (const { uri, from } of incorporatedBy(this.project, this.host, uris)) {
      this.textAt('plan', uri, this.listed.has(uri) ? undefined : this.host.roots(from));
      this.baseline(uri);
    }
  }

  private incorporated(): ReadonlySet<string> {
    const at = this.project.revision;
    if (this.broughtIn?.at !== at) {
      const found = [...incorporatedBy(this.project, this.host, [...this.opened.keys(), ...this.listed])];
      this.broughtIn = { at, uris: new Set(found.map(({ uri }) => uri)) };
    }
    return this.broughtIn.uris;
  }

  private givePlan(need: Need, file: FileText): void {
    const { uri } = need;
    const isOther = this.inputs.take(need, file.kind === 'unreadable' ? file : READ);
    if (this.opened.has(uri)) return;
    if (file.kind === 'text') this.project.set(uri, file.text);
    else if (file.kind === 'fault') this.project.setUnreadable(uri, file.fault, file.text);
    else this.project.delete(uri);
    if (isOther) this.project.invalidate();
    // Analysed now, because what it brings in is needed next.
    this.project.analysis(uri);
  }

  private locate(from: string, path: string): { readonly uri: string } | { readonly why: string } {
    const place = locateNamed(from, path, this.host.roots(from));
    if ('why' in place || this.opened.has(place.uri)) return place;
    const file = this.inputs.known('plan', place.uri);
    return file?.kind === 'unreadable' ? file : place;
  }

  private forgetUnwanted(): void {
    const wanted = new Set([...this.opened.keys(), ...this.listed, ...this.incorporated()]);
    for (const uri of new Set([...this.project.uris(), ...this.inputs.plans()])) {
      if (wanted.has(uri)) continue;
      this.project.delete(uri);
      this.inputs.forgetPlan(uri);
    }
  }
}

function isPlan(uri: string, languageId: string | undefined, text: string): boolean {
  return languageId === 'oneplan' || /\.plan\.ya?ml$/.test(nameOf(uri)) || /^\ufeff?(?:one_plan|bcf_plan):/.test(text);
}
