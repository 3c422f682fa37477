/**
 * The documents of a run: its plans and the old plans that they bring in, read once each and held in one project. Nothing
 * outside the folders of the plans is opened on the word of a plan.
 */
import { dirname, join } from 'node:path';
import { type JudgedFile, Project, type Settings } from '../../core/index';
import { absolutePath, isInside, shownPath } from '../../files/plan-path';
import type { FileText } from '../../workspace/file-text';
import type { Io } from '../io';

/** So many files are read on the word of others; the rest are reported as not there. */
const mostIncorporated = 2000;

export class PlansOfRun {
  readonly project: Project;
  /** What was read, by shown path. */
  readonly readings = new Map<string, Exclude<FileText, { kind: 'unreadable' }>>();
  readonly complaints: string[] = [];
  private readonly located = new Map<string, { readonly uri: string } | { readonly why: string }>();
  private readonly roots = new Map<string, string>();

  constructor(
    private readonly io: Pick<Io, 'folder' | 'files'>,
    settings: (plan: string) => Settings,
  ) {
    this.project = new Project({ locate: (from, path) => this.locate(from, path), settings });
  }

  /** Reads `plans` and what they bring in. */
  read(plans: readonly string[]): void {
    for (const plan of plans) this.readOne(plan);
    this.readIncorporated();
  }

  /** Takes `reading` for the plan at `path`, whatever stands there. */
  take(path: string, reading: FileText): void {
    if (reading.kind === 'unreadable') {
      this.complaints.push(`The file "${path}" ${reading.why}. Check it.`);
      return;
    }
    this.readings.set(path, reading);
    if (reading.kind === 'text') this.project.set(path, reading.text);
    else this.project.setUnreadable(path, reading.fault);
  }

  readIncorporated(): void {
    const queue = [...this.project.uris()];
    for (let plan = queue.shift(); plan !== undefined && this.readings.size < mostIncorporated; plan = queue.shift()) {
      for (const written of this.project.incorporatedPaths(plan)) {
        const place = this.locate(plan, written);
        if ('why' in place || this.readings.has(place.uri)) continue;
        const reading = this.io.files.read(absolutePath(this.io.folder, place.uri));
        if (reading.kind === 'unreadable') {
          this.located.set(`${plan}\n${written}`, { why: reading.why });
          continue;
        }
        this.take(place.uri, reading);
        queue.push(place.uri);
      }
    }
  }

  /** Every file that was read, judged. */
  judged(): readonly JudgedFile[] {
    return [...this.readings]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([path, { text }]) => {
        const judgement = this.project.judge(path);
        return judgement ? [{ path, text, judgement, document: this.project.analysis(path)?.document }] : [];
      });
  }

  /** The folder in which `plan` may name files: the working folder, else its repository, else its own folder. */
  rootOf(plan: string): string {
    const path = absolutePath(this.io.folder, plan);
    if (isInside(this.io.folder, path)) return this.io.folder;
    const folder = dirname(path);
    const known = this.roots.get(folder) ?? this.repositoryAbove(folder) ?? folder;
    this.roots.set(folder, known);
    return known;
  }

  private repositoryAbove(folder: string): string | undefined {
    if (this.io.files.kindOf(join(folder, '.git')) !== 'nothing') return folder;
    const parent = dirname(folder);
    return parent === folder ? undefined : this.repositoryAbove(parent);
  }

  private readOne(plan: string): void {
    if (!this.readings.has(plan)) this.take(plan, this.io.files.read(absolutePath(this.io.folder, plan)));
  }

  private locate(from: string, written: string): { readonly uri: string } | { readonly why: string } {
    const key = `${from}\n${written}`;
    const known = this.located.get(key);
    if (known) return known;
    const found = this.io.files.locate(this.rootOf(from), absolutePath(this.io.folder, from), written);
    const place = 'why' in found ? found : { uri: shownPath(this.io.folder, found.path) };
    this.located.set(key, place);
    return place;
  }
}
