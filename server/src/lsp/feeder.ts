/**
 * Answers the needs of the workspace from the file source. Each thing has one read at a time; the workspace drops an
 * answer that a newer need has overtaken, and the newer need is answered next.
 */
import { say } from '../core/index';
import type { FileText } from '../workspace/file-text';
import type { FileNeed, Need } from '../workspace/inputs';
import type { Workspace } from '../workspace/workspace';
import type { FileSource } from './file-source';
import { yieldToEventLoop } from './yield-to-event-loop';

/** How many needs are answered before other messages get their turn. */
const AT_ONCE = 16;

export class Feeder {
  /** Reads in progress, by the key of their need. */
  private readonly reading = new Map<string, Promise<void>>();

  constructor(
    private readonly workspace: Workspace,
    private readonly files: FileSource,
    /** Documents that must not be read. */
    private readonly withheld: ReadonlySet<string>,
    /** Called when something was read that findings may depend on. */
    private readonly onRead: () => void,
  ) {}

  /** Resolves when the document, or without a key all documents, have no open needs. */
  async settle(key?: string): Promise<void> {
    for (let needs = this.workspace.needs(key); needs.length > 0; needs = this.workspace.needs(key)) {
      for (let done = 0; done < needs.length; done += AT_ONCE) {
        if (done > 0) await yieldToEventLoop();
        await Promise.all(needs.slice(done, done + AT_ONCE).map(need => this.answer(need)));
      }
    }
  }

  private answer(need: Need): Promise<void> {
    const before = this.reading.get(need.key);
    if (before) return before;
    const reading = this.read(need).finally(() => this.reading.delete(need.key));
    this.reading.set(need.key, reading);
    return reading;
  }

  private async read(need: Need): Promise<void> {
    if (await this.give(need)) this.onRead();
  }

  private async give(need: Need): Promise<boolean> {
    const { workspace, files } = this;
    if (need.kind === 'file') return workspace.give(need, await this.fileOf(need));
    if (need.kind === 'search') return workspace.give(need, await files.findPlans(need.uri));
    return workspace.give(need, await files.isRepository(need.uri));
  }

  private async fileOf({ uri, roots }: FileNeed): Promise<FileText> {
    if (!this.withheld.has(uri)) return this.files.read(uri, roots);
    return { kind: 'unreadable', why: say`is kept out, because the checker stopped on it` };
  }
}
