/**
 * The inputs of a workspace: what it needs from outside, and the last answers. Reading something unknown or outdated
 * records a need; a host answers it now or later. An answer to an outdated need is dropped.
 */
import { type FileText, isSameFile } from './file-text';

/** What a file is read for. */
export type FilePurpose = 'plan' | 'configuration' | 'framework' | 'baseline';

interface AnyNeed {
  /** Equal for all needs of the same thing. */
  readonly key: string;
  /** Counts up; an answer is taken only for the newest need of its key. */
  readonly revision: number;
  /** The file, or the folder. */
  readonly uri: string;
}

export interface FileNeed extends AnyNeed {
  readonly kind: 'file';
  readonly purpose: FilePurpose;
  /** Folders, in one of which its real path must lie; `undefined` for a file that the user has named. */
  readonly roots: readonly string[] | undefined;
}

/** Asks for the plans (`*.plan.yaml`, `*.plan.yml`) in a folder and its subfolders. */
interface SearchNeed extends AnyNeed {
  readonly kind: 'search';
}

/** Asks whether a folder is the root of a repository: no configuration is looked for above it. */
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
  /** The last answer; it applies until the next one. */
  answer: Answer | undefined;
}

export class Inputs {
  private readonly slots = new Map<string, Slot>();
  private revision = 0;
  private touched: Set<Need> | undefined;

  /** The content of the file `uri`; `undefined` until it is known. */
  file(purpose: FilePurpose, uri: string, roots?: readonly string[]): FileText | undefined {
    const key = fileKey(purpose, uri);
    const slot = this.slotOf(key, () => ({ kind: 'file', key, revision: ++this.revision, uri, purpose, roots }));
    return slot.answer as FileText | undefined;
  }

  /** The plans in the folder `uri`; `undefined` until they are known. */
  search(uri: string): readonly string[] | undefined {
    const key = `search ${uri}`;
    const slot = this.slotOf(key, () => ({ kind: 'search', key, revision: ++this.revision, uri }));
    return slot.answer as readonly string[] | undefined;
  }

  /** Whether the folder `uri` is the root of a repository; `undefined` until it is known. */
  repository(uri: string): boolean | undefined {
    const key = `repository ${uri}`;
    const slot = this.slotOf(key, () => ({ kind: 'repository', key, revision: ++this.revision, uri }));
    return slot.answer as boolean | undefined;
  }

  /** The last content of the file `uri`, without recording a need. */
  known(purpose: FilePurpose, uri: string): FileText | undefined {
    return this.slots.get(fileKey(purpose, uri))?.answer as FileText | undefined;
  }

  /** Runs `work` and returns the open needs of everything that it reads. */
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

  /** Whether `need` is still open: neither answered nor replaced by a newer one. */
  isOpen(need: Need): boolean {
    const slot = this.slots.get(need.key);
    return slot?.isOpen === true && slot.need.revision === need.revision;
  }

  /** Takes the answer to an open need; returns whether it differs from the last one. */
  take(need: Need, answer: Answer): boolean {
    const slot = this.slots.get(need.key);
    if (!slot) return false;
    const before = slot.answer;
    slot.isOpen = false;
    if (before !== undefined && isSame(before, answer)) return false;
    slot.answer = answer;
    return true;
  }

  /** Marks the file as outdated: it is needed again when it is next read. */
  fileChanged(uri: string): void {
    for (const purpose of ['plan', ...forSettings] as const) this.needAgain(fileKey(purpose, uri));
  }

  /** Marks every file that settings depend on as outdated. */
  settingsChanged(): void {
    for (const { need, key } of this.fileSlots()) if (need.purpose !== 'plan') this.needAgain(key);
  }

  /** Whether the file was read because settings may depend on it. */
  isForSettings(uri: string): boolean {
    return forSettings.some(purpose => this.slots.has(fileKey(purpose, uri)));
  }

  /** Marks the searches as outdated: plans may have been added or removed. */
  searchAgain(): void {
    for (const key of this.slots.keys()) if (key.startsWith('search ')) this.needAgain(key);
  }

  /** Marks everything as outdated. */
  everythingAgain(): void {
    for (const key of this.slots.keys()) this.needAgain(key);
  }

  /** The files that were read as plans. */
  plans(): readonly string[] {
    return this.fileSlots().flatMap(({ need }) => (need.purpose === 'plan' ? need.uri : []));
  }

  /** Drops a plan that is no longer wanted. */
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
