/**
 * The plans of a run, in a workspace whose needs are answered at once from this machine. Users name documents by paths
 * relative to the working folder, the workspace by keys.
 */
import type { JudgedFile } from '../../core/index';
import { isRepository, pathOf, readInside } from '../../files/disk-source';
import { absolutePath, shownPath } from '../../files/plan-path';
import type { Overrides } from '../../workspace/configurations';
import type { FileText } from '../../workspace/file-text';
import type { FileNeed, Need } from '../../workspace/inputs';
import { folderOf, isInside, keyOfPath } from '../../workspace/uri';
import { Workspace } from '../../workspace/workspace';
import type { Io } from '../io';
import { UsageError } from '../usage-error';

/** A judged file of the run. */
export interface FileOfRun extends JudgedFile {
  readonly key: string;
}

export class PlansOfRun {
  readonly workspace: Workspace;
  /** What the run names and could not be read, as sentences. */
  readonly complaints: string[] = [];
  private readonly roots = new Map<string, string>();

  constructor(
    private readonly io: Pick<Io, 'folder' | 'files'>,
    private readonly overrides: Overrides,
  ) {
    this.workspace = new Workspace({ roots: key => [this.rootOf(key)], overrides: () => overrides });
  }

  /** The key of the document at `path`, relative to the working folder. */
  readonly keyOf = (path: string): string => keyOfPath(absolutePath(this.io.folder, path));

  /** The path of a document as shown to users. */
  readonly shown = (key: string): string => shownPath(this.io.folder, this.absolute(key));

  /** The absolute path of a document. */
  absolute(key: string): string {
    return pathOf(key) ?? key;
  }

  /**
   * Reads the plans and everything that their findings depend on. @throws UsageError when a configuration cannot be
   * read.
   */
  read(plans: readonly string[]): void {
    this.workspace.include(plans);
    this.settle();
  }

  /** Uses `reading` as the content of the plan instead of its file. */
  take(key: string, reading: FileText): void {
    if (reading.kind === 'text') this.workspace.open(key, reading.text);
    else if (reading.kind === 'fault') this.workspace.openUnreadable(key, reading.fault, reading.text);
    else this.complain(key, reading.why);
  }

  /**
   * Answers the needs of the workspace for one document or all. @throws UsageError when a configuration cannot be read.
   */
  settle(key?: string): void {
    for (let needs = this.workspace.needs(key); needs.length > 0; needs = this.workspace.needs(key)) {
      for (const need of needs) this.answer(need);
    }
  }

  /** Every file that was read, judged, sorted by path. */
  judged(): readonly FileOfRun[] {
    return this.workspace
      .uris()
      .flatMap(key => {
        const judgement = this.workspace.judgeAll(key);
        if (!judgement) return [];
        const document = this.workspace.analysis(key)?.document;
        return [{ key, path: this.shown(key), text: this.workspace.text(key) ?? '', judgement, document }];
      })
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /**
   * The key of the folder in which a document may name files: the working folder, else its repository, else its own
   * folder.
   */
  private rootOf(key: string): string {
    const own = keyOfPath(this.io.folder);
    const folder = folderOf(key) ?? own;
    const known = this.roots.get(folder);
    if (known !== undefined) return known;
    const root = isInside(key, own) ? own : (this.repositoryAbove(folder) ?? folder);
    this.roots.set(folder, root);
    return root;
  }

  /** The folder in which the file of a document must lie to be changed. */
  rootPathOf(key: string): string {
    return this.absolute(this.rootOf(key));
  }

  /** Where the baseline of a plan is. */
  baselinePath(key: string): string | undefined {
    const baseline = this.workspace.baseline(key);
    return baseline && this.absolute(baseline.uri);
  }

  /** The plans and the configurations that were read, as absolute paths. */
  filesRead(): readonly string[] {
    const { workspace } = this;
    return [...workspace.uris(), ...workspace.settingsFiles()].map(key => this.absolute(key));
  }

  private repositoryAbove(folder: string): string | undefined {
    if (isRepository(this.io.files, folder)) return folder;
    const above = folderOf(folder);
    return above === undefined ? undefined : this.repositoryAbove(above);
  }

  private answer(need: Need): void {
    if (need.kind === 'file') this.workspace.give(need, this.readFile(need));
    else if (need.kind === 'repository') this.workspace.give(need, isRepository(this.io.files, need.uri));
    // Plans have been found before: a run does not search folders itself.
    else this.workspace.give(need, []);
  }

  private readFile({ uri, purpose, roots }: FileNeed): FileText {
    // A baseline may lie anywhere where the user named it on the command line or in the configuration used.
    const reading = readInside(this.io.files, uri, purpose === 'baseline' ? undefined : roots);
    if (reading.kind !== 'unreadable') return reading;
    if (purpose === 'plan' && roots === undefined) this.complain(uri, reading.why);
    const isNamed = uri === this.overrides.configuration;
    if (purpose === 'configuration' && (isNamed || this.io.files.kindOf(this.absolute(uri)) !== 'nothing')) {
      throw new UsageError(`The configuration "${this.shown(uri)}" ${reading.why}. Check it.`);
    }
    return reading;
  }

  private complain(key: string, why: string): void {
    this.complaints.push(`The file "${this.shown(key)}" ${why}. Check it.`);
  }
}
