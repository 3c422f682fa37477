/**
 * What a workspace must be given from outside, and what it was given last. Whoever asks for something that is not known, or
 * not known any more, leaves a need behind; a host answers it at once or later. An answer to an older need is dropped.
 */
import { type FileText, isSameFile } from './file-text';

/** What a file is read for. */
export type FilePurpose = 'plan' | 'configuration' | 'framework' | 'baseline';

interface AnyNeed {
  /** The same for every need of the same thing. */
  readonly key: string;
  /** Counts up: an answer counts only while its need is the newest for the thing. */
  readonly revision: number;
  /** The file, or the folder. */
  readonly uri: string;
}

export interface FileNeed extends AnyNeed {
  readonly kind: 'file';
  readonly purpose: FilePurpose;
  /** Folders, in one of which it must lie in truth, links followed; `undefined` for a file that the user has named. */
  readonly roots: readonly string[] | undefined;
}

/** The plans (`*.plan.yaml`, `*.plan.yml`) in a folder and below. */
interface SearchNeed extends AnyNeed {
  readonly kind: 'search';
}

/** Whether a folder is the top of a repository: no configuration is looked for above it. */
interface RepositoryNeed extends AnyNeed {
  readonly kind: 'repository';
}

export type Need = FileNeed | SearchNeed | RepositoryNeed;

/** The answer to each kind of need. */
export interface AnswerTo {
  readonly file: FileText;
  readonly search: readonly string[];
  readonly repository: boolean;
}

type Answer = AnswerTo[keyof AnswerTo];

interface Slot {
  /** The newest need. */
  need: Need;
  isOpen: boolean;
  /** The last answer: it counts until the next one. */
  answer: Answer | undefined;
}

export class Inputs {
  private readonly slots = new Map<string, Slot>();
  private revision = 0;
  private touched: Set<Need> | undefined;

  /** What stands in the file `uri`, as far as it is known. */
  file(purpose: FilePurpose, uri: string, roots?: readonly string[]): FileText | undefined {
    const key = fileKey(purpose, uri);
    const slot = this.slotOf(key, () => ({ kind: 'file', key, revision: ++this.revision, uri, purpose, roots }));
    return slot.answer as FileText | undefined;
  }

  /** The plans in the folder `uri`, as far as they are known. */
  search(uri: string): readonly string[] | undefined {
    const key = `search ${uri}`;
    const slot = this.slotOf(key, () => ({ kind: 'search', key, revision: ++this.revision, uri }));
    return slot.answer as readonly string[] | undefined;
  }

  /** Whether the folder `uri` is the top of a repository, as far as it is known. */
  repository(uri: string): boolean | undefined {
    const key = `repository ${uri}`;
    const slot = this.slotOf(key, () => ({ kind: 'repository', key, revision: ++this.revision, uri }));
    return slot.answer as boolean | undefined;
  }

  /** What is known of the file `uri`, without a need for more. */
  known(purpose: FilePurpose, uri: string): FileText | undefined {
    return this.slots.get(fileKey(purpose, uri))?.answer as FileText | undefined;
  }

  /** The open needs of everything that `work` asks for. */
  needsOf(work: () => void): readonly Need[] {
    const outer = this.touched;
    const touched = new Set<Need>();
    this.touched = touched;
    try {
      work();
    } finally {
      this.touched = outer;
    }
    for (const need of touched) outer?.add(need);
    return [...touched];
  }

  /** Whether `need` is still to be answered: false once it was, or a newer one has come in its place. */
  isOpen(need: Need): boolean {
    const slot = this.slots.get(need.key);
    return slot?.isOpen === true && slot.need.revision === need.revision;
  }

  /** Takes the answer to an open need; whether it is another one than before. */
  take(need: Need, answer: Answer): boolean {
    const slot = this.slots.get(need.key);
    if (!slot) return false;
    const before = slot.answer;
    slot.isOpen = false;
    if (before !== undefined && isSame(before, answer)) return false;
    slot.answer = answer;
    return true;
  }

  /** What is known of the file may not hold any more: it is needed again where somebody asks for it. */
  fileChanged(uri: string): void {
    for (const purpose of ['plan', ...forSettings] as const) this.needAgain(fileKey(purpose, uri));
  }

  /** Any file that settings depend on may have changed. */
  settingsChanged(): void {
    for (const { need, key } of this.fileSlots()) if (need.purpose !== 'plan') this.needAgain(key);
  }

  /** Whether somebody has asked for the file because settings may depend on it. */
  isForSettings(uri: string): boolean {
    return forSettings.some(purpose => this.slots.has(fileKey(purpose, uri)));
  }

  /** Plans may have come or gone: folders are to be searched again. */
  searchAgain(): void {
    for (const key of this.slots.keys()) if (key.startsWith('search ')) this.needAgain(key);
  }

  /** Nothing that is known may hold any more. */
  everythingAgain(): void {
    for (const key of this.slots.keys()) this.needAgain(key);
  }

  /** The files that were asked for as plans. */
  plans(): readonly string[] {
    return this.fileSlots().flatMap(({ need }) => (need.purpose === 'plan' ? need.uri : []));
  }

  /** Nobody wants the plan any more. */
  forgetPlan(uri: string): void {
    this.slots.delete(fileKey('plan', uri));
  }

  private fileSlots(): readonly { readonly key: string; readonly need: FileNeed }[] {
    return [...this.slots].flatMap(([key, { need }]) => (need.kind === 'file' ? [{ key, need }] : []));
  }

  private slotOf(key: string, need: () => Need): Slot {
    let slot = this.slots.get(key);
    if (!slot) {
      slot = { need: need(), isOpen: true, answer: undefined };
      this.slots.set(key, slot);
    }
    if (slot.isOpen) this.touched?.add(slot.need);
    return slot;
  }

  private needAgain(key: string): void {
    const slot = this.slots.get(key);
    if (!slot) return;
    slot.need = { ...slot.need, revision: ++this.revision };
    slot.isOpen = true;
  }
}

const forSettings: readonly FilePurpose[] = ['configuration', 'framework', 'baseline'];

function fileKey(purpose: FilePurpose, uri: string): string {
  return `${purpose} ${uri}`;
}

function isSame(one: Answer, other: Answer): boolean {
  if (typeof one === 'boolean' || typeof other === 'boolean') return one === other;
  if ('kind' in one) return 'kind' in other && isSameFile(one, other);
  return !('kind' in other) && one.length === other.length && one.every((uri, at) => uri === other[at]);
}
