/**
 * The state that every method works on: one connection, one client, the workspace and the publisher. Created by
 * `initialize`.
 */
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
import { folderOf, isInside, keyOf } from '../workspace/uri';
import { Workspace } from '../workspace/workspace';
import { ActiveEdit } from './active-edit';
import { applyChanges } from './apply-changes';
import { type ClientCapabilities, capabilitiesOf } from './client-capabilities';
import { ClientSettings } from './client-settings';
import { DiagnosticReports } from './diagnostic-reports';
import { Feeder } from './feeder';
import type { FileSource } from './file-source';
import type { Guard } from './guard';
import { OpenDocuments } from './open-documents';
import { DiagnosticsPublisher } from './publish';
import type { TimeLimit } from './time-limit';

/** What the server takes from its environment: a process has a disk, a web worker has none. */
export interface Host {
  /** The source of files for a client with the given capabilities. */
  files(connection: Connection, client: ClientCapabilities): FileSource;
  /** The address of a rule's page shipped beside the server, if there is one. */
  rulePage(rule: string): string | undefined;
  /** Stops work that does not finish, where the environment can. */
  readonly timeLimit?: TimeLimit;
}

export class Session {
  readonly client: ClientCapabilities;
  readonly open = new OpenDocuments();
  readonly editor: ClientSettings;
  readonly workspace: Workspace;
  readonly reports: DiagnosticReports;
  private readonly feeder: Feeder;
  private readonly publisher: DiagnosticsPublisher;
  private readonly activeEdit: ActiveEdit;
  /** Resolves when the folders have been searched for the first time. */
  readonly prepared: Promise<void>;
  /** Called when the client can be asked: starts the search of the folders. */
  prepare: () => void = () => {};
  private folderKeys: readonly string[];

  constructor(
    readonly connection: Connection,
    readonly host: Host,
    readonly guard: Guard,
    params: InitializeParams,
  ) {
    const client = capabilitiesOf(params);
    this.client = client;
    speak(client.own.translations, params.locale);
    this.folderKeys = foldersIn(params);
    const editor = new ClientSettings(connection, client, () => this.folderKeys);
    this.editor = editor;
    const workspace = new Workspace({
      roots: key => this.rootsOf(key),
      overrides: key => editor.of(key),
      bounded: (key, work) => guard.bounded(key, work),
    });
    this.workspace = workspace;
    this.feeder = new Feeder(workspace, host.files(connection, client), client.own.withheld, () =>
      this.publisher.after(),
    );
    this.prepared = new Promise(resolve => {
      this.prepare = () => {
        workspace.search(this.folderKeys);
        void guard.inBackground('looking for plans', () => this.settled()).then(resolve);
      };
    });
    this.activeEdit = new ActiveEdit(workspace, editor);
    const { open, feeder } = this;
    this.reports = new DiagnosticReports(client, open, workspace, this.activeEdit);
    const { reports } = this;
    this.publisher = new DiagnosticsPublisher({ connection, client, guard, open, workspace, editor, feeder, reports });
  }

  /** The editor has opened a document. */
  opened({ uri, version, text, languageId }: TextDocumentItem): void {
    const key = this.open.open(uri, version);
    this.activeEdit.changed(key, undefined);
    this.workspace.open(key, text, languageId);
    this.textChanged(key);
  }

  /** The editor has changed the text of a document. */
  changed(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const key = this.open.change(uri, version);
    if (key === undefined) return;
    const { workspace } = this;
    workspace.change(key, applyChanges(workspace.text(key) ?? '', changes, workspace.analysedLines(key)));
    this.activeEdit.changed(key, changes.at(-1));
    this.textChanged(key);
  }

  /** The editor's cursor has moved. */
  cursorMoved(cursor: Cursor | null): void {
    if (this.activeEdit.moved(cursor)) this.publisher.after();
  }

  /** The editor has closed a document. */
  async closed(uri: string): Promise<void> {
    const key = this.open.close(uri);
    if (key === undefined) return;
    this.workspace.close(key);
    await this.settled();
    this.publisher.closed(key);
  }

  /** Files were made, changed or deleted outside the editor. */
  async filesChanged(events: readonly FileEvent[]): Promise<void> {
    for (const { uri } of events) this.workspace.fileChanged(keyOf(uri));
    if (events.some(({ type }) => type !== FileChangeType.Changed)) this.workspace.searchAgain();
    await this.settled();
    this.publisher.after();
  }

  /** Reads all files again, for an editor that does not watch files. */
  async readFilesAgain(): Promise<void> {
    this.workspace.everythingChanged();
    await this.settled();
  }

  /** The editor's settings changed; `sent` holds them where the editor cannot be asked. */
  async settingsChanged(sent: unknown): Promise<void> {
    await this.editor.changed(sent);
    this.workspace.settingsChanged();
    this.publisher.after();
  }

  /** Folders were added to the workspace or taken out of it. */
  async changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    const gone = new Set(removed.map(folderKey));
    this.folderKeys = [...new Set([...this.folderKeys.filter(key => !gone.has(key)), ...added.map(folderKey)])];
    await this.editor.changed(undefined);
    this.workspace.search(this.folderKeys);
    await this.settled();
    this.publisher.after();
  }

  /** Resolves when the findings of `key` are complete: its settings and what it incorporates have been read. */
  async ready(key: string): Promise<void> {
    await this.editor.ready();
    await this.feeder.settle(key);
  }

  /** Resolves when all plans of the folders have been read with everything they depend on. */
  async settled(): Promise<void> {
    await this.editor.ready();
    await this.feeder.settle();
  }

  private textChanged(key: string): void {
    if (this.workspace.isForSettings(key))
      void this.guard.inBackground('reading the configuration', () => this.settled());
    this.publisher.after(key);
  }

  /** The folders of the workspace; a plan outside all of them may also incorporate what lies in its own folder. */
  private rootsOf(key: string): readonly string[] {
    const folders = this.folderKeys;
    const own = folderOf(key);
    return own === undefined || folders.some(folder => isInside(own, folder)) ? folders : [...folders, own];
  }
}

function foldersIn({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const folders = workspaceFolders?.map(folder => folder.uri) ?? (rootUri ? [rootUri] : []);
  return [...new Set(folders.map(folderKey))];
}

function folderKey(uri: string): string {
  return keyOf(uri).replace(/\/+$/, '');
}
