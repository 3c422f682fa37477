/** What every method works on: one connection, one client, the documents and what is known of them. Made by `initialize`. */
import {
  type Connection,
  FileChangeType,
  type FileEvent,
  type InitializeParams,
  type TextDocumentContentChangeEvent,
  type TextDocumentItem,
} from 'vscode-languageserver';
import { speak } from '../core/index';
import type { Cursor } from '../protocol';
import { keyOf } from '../workspace/uri';
import { abilitiesOf, type ClientAbilities } from './client-abilities';
import { ClientSettings } from './client-settings';
import { Configurations } from './configurations';
import type { FileSource } from './file-source';
import type { Guard } from './guard';
import { KnownPlans } from './known-plans';
import { OpenDocuments } from './open-documents';
import { Reports } from './reports';
import { Telling } from './telling';
import type { TimeLimit } from './time-limit';
import { Typing } from './typing';

/** What a place to run gives the server: a process has a disk, a web worker has none. */
export interface Host {
  /** Where files are read, for a client with the given abilities. */
  files(connection: Connection, client: ClientAbilities): FileSource;
  /** The address of a rule's page that lies beside the server, if it does. */
  rulePage(rule: string): string | undefined;
  /** Ends work that does not come to its end, where that is possible. */
  readonly timeLimit?: TimeLimit;
}

export class Session {
  readonly client: ClientAbilities;
  readonly open = new OpenDocuments();
  readonly editor: ClientSettings;
  readonly configurations: Configurations;
  readonly plans: KnownPlans;
  readonly reports: Reports;
  readonly telling: Telling;
  private readonly typing: Typing;
  /** Resolves when the folders have been looked through for the first time. */
  readonly prepared: Promise<void>;
  /** The client is ready to be asked: looks through the folders. */
  prepare: () => void = () => {};
  private folderKeys: readonly string[];

  constructor(
    readonly connection: Connection,
    readonly host: Host,
    readonly guard: Guard,
    params: InitializeParams,
  ) {
    this.client = abilitiesOf(params);
    speak(this.client.own.translations, params.locale);
    this.prepared = new Promise(resolve => {
      this.prepare = () => void guard.inBackground('looking for plans', () => this.plans.scan()).then(resolve);
    });
    this.folderKeys = foldersIn(params);
    const files = host.files(connection, this.client);
    const folders = () => this.folderKeys;
    const { open, client } = this;
    const onRead = () => this.telling.after();
    this.editor = new ClientSettings(connection, client, folders);
    this.configurations = new Configurations({ editor: this.editor, files, open, onRead });
    this.plans = new KnownPlans({
      open,
      files,
      folders,
      settings: key => this.configurations.settings(key),
      settled: key => this.configurations.ready(key),
      ignores: key => this.configurations.ignores(key),
      baseline: key => this.configurations.baseline(key),
      withheld: client.own.withheld,
      bounded: (what, work) => guard.bounded(what, work),
      onRead,
    });
    this.typing = new Typing(this.plans, this.editor);
    this.reports = new Reports(client, open, this.plans, this.configurations, this.typing);
    this.telling = new Telling({
      connection,
      client,
      guard,
      open,
      plans: this.plans,
      configurations: this.configurations,
      reports: this.reports,
    });
  }

  /** The editor has opened a document. */
  opened(document: TextDocumentItem): void {
    const key = this.open.open(document);
    this.typing.changed(key, undefined);
    this.textChanged(key);
  }

  /** The editor has changed the text of a document. */
  changed(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const key = this.open.change(uri, version, changes, ({ key: before, text }) => this.plans.linesOf(before, text));
    if (key === undefined) return;
    this.typing.changed(key, changes.at(-1));
    this.textChanged(key);
  }

  /** The editor's cursor has moved. */
  cursorMoved(cursor: Cursor | null): void {
    if (this.typing.moved(cursor)) this.telling.after();
  }

  /** The editor has closed a document. */
  async closed(uri: string): Promise<void> {
    const key = this.open.close(uri);
    if (key === undefined) return;
    if (this.configurations.concerns(key)) await this.settingsFilesChanged();
    await this.plans.closed(key);
    this.telling.closed(key);
  }

  /** Files were made, changed or deleted outside the editor. */
  async filesChanged(events: readonly FileEvent[]): Promise<void> {
    const keys = [...new Set(events.map(({ uri }) => keyOf(uri)))];
    if (keys.some(key => this.configurations.concerns(key))) await this.settingsFilesChanged();
    await this.plans.filesChanged(keys);
    if (events.some(({ type }) => type !== FileChangeType.Changed)) await this.plans.scan();
    this.telling.after();
  }

  /** Looks at all files again, for an editor that does not tell of changes. */
  async readFilesAgain(): Promise<void> {
    await this.settingsFilesChanged();
    await this.plans.readAgain();
  }

  /** The editor has other settings; `sent` are they where it cannot be asked. */
  async settingsChanged(sent: unknown): Promise<void> {
    await this.editor.changed(sent);
    this.plans.project.invalidate();
    this.telling.after();
  }

  /** Folders were added to the workspace or taken out of it. */
  async changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    const gone = new Set(removed.map(folderKey));
    this.folderKeys = [...new Set([...this.folderKeys.filter(key => !gone.has(key)), ...added.map(folderKey)])];
    await this.editor.changed(undefined);
    await this.plans.scan();
    this.telling.after();
  }

  /** Resolves when the findings of `key` are whole: its settings are known and what it incorporates has been read. */
  async ready(key: string): Promise<void> {
    await this.configurations.ready(key);
    await this.plans.ready(key);
  }

  private textChanged(key: string): void {
    this.plans.textChanged(key);
    if (this.configurations.concerns(key)) {
      void this.guard.inBackground('reading the configuration', () => this.settingsFilesChanged());
    }
    this.telling.after(key);
  }

  private async settingsFilesChanged(): Promise<void> {
    await this.configurations.changed();
    this.plans.project.invalidate();
    await this.plans.scan();
    this.telling.after();
  }
}

function foldersIn({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const folders = workspaceFolders?.map(folder => folder.uri) ?? (rootUri ? [rootUri] : []);
  return [...new Set(folders.map(folderKey))];
}

function folderKey(uri: string): string {
  return keyOf(uri).replace(/\/+$/, '');
}
