/**
 * The settings of each document: the nearest `oneplan.config.yaml` above it, and over that the settings of the editor.
 * A configuration file that is open counts as the editor has it. Its faults are reported under the file itself.
 */
import ignoreRules from 'ignore';
import {
  type Configuration,
  configurationFile,
  type Finding,
  judgeConfiguration,
  LineIndex,
  noConfiguration,
  readBaseline,
  readConfiguration,
  type Settings,
  say,
} from '../core/index';
import { locateNamed } from '../workspace/locate';
import { folderOf, isInside, nameOf, pathFrom } from '../workspace/uri';
import type { ClientSettings } from './client-settings';
import type { FileSource } from './file-source';
import type { OpenDocuments } from './open-documents';

export interface ConfigurationsSurroundings {
  readonly files: FileSource;
  readonly open: OpenDocuments;
  readonly editor: ClientSettings;
  /** A configuration was read that is not as it was. */
  onRead(): void;
}

/** A file that settings come from, with what is wrong in it. */
export interface SettingsFile {
  readonly lines: LineIndex;
  readonly findings: readonly Finding[];
}

interface Loaded {
  /** The folder that the patterns of the configuration are written from. */
  readonly folder: string | undefined;
  readonly configuration: Configuration;
  readonly isIgnored: (path: string) => boolean;
  readonly baseline: (key: string) => ReadonlySet<string>;
  /** The configuration file and those that it names, by key. */
  readonly files: ReadonlyMap<string, SettingsFile>;
}

const nothingKnown: ReadonlySet<string> = new Set();

const NONE: Loaded = {
  folder: undefined,
  configuration: noConfiguration,
  isIgnored: () => false,
  baseline: () => nothingKnown,
  files: new Map(),
};

export class Configurations {
  private reading = new Map<string, Promise<Loaded>>();
  /** What was read last for each folder: it counts until the next reading is done. */
  private readonly read = new Map<string, Loaded>();
  private combined = new WeakMap<Loaded, Map<string, Settings>>();

  constructor(private readonly around: ConfigurationsSurroundings) {}

  /** The settings of a document, as far as they are known; the same object as long as they are the same. */
  settings(key: string): Settings {
    const loaded = this.read.get(folderOf(key) ?? '') ?? NONE;
    const { as, today } = this.around.editor.of(key);
    const known = this.combined.get(loaded) ?? new Map<string, Settings>();
    this.combined.set(loaded, known);
    const own = `${as} ${today}`;
    const settings = known.get(own) ?? {
      ...loaded.configuration.settings,
      ...(as === undefined ? {} : { as }),
      ...(today === undefined ? {} : { today }),
    };
    known.set(own, settings);
    return settings;
  }

  /** Resolves when the settings of the document are known. */
  async ready(key: string): Promise<void> {
    await this.nearest(folderOf(key) ?? '');
    await this.around.editor.ready();
  }

  /** Whether the configuration of the document passes it over. */
  ignores(key: string): boolean {
    const { folder, isIgnored } = this.read.get(folderOf(key) ?? '') ?? NONE;
    return folder !== undefined && isInside(key, folder) && isIgnored(pathFrom(folder, key));
  }

  /** Fingerprints of the findings of the document that its baseline holds: they are not reported again. */
  baseline(key: string): ReadonlySet<string> {
    const { baseline } = this.read.get(folderOf(key) ?? '') ?? NONE;
    return baseline(key);
  }

  /** Whether settings may depend on the file. */
  concerns(key: string): boolean {
    return nameOf(key) === configurationFile || this.file(key) !== undefined;
  }

  /** A file that settings come from; `undefined` for every other document. */
  file(key: string): SettingsFile | undefined {
    for (const { files } of this.read.values()) {
      const file = files.get(key);
      if (file) return file;
    }
    return undefined;
  }

  /** The files that settings come from. */
  keys(): readonly string[] {
    return [...new Set([...this.read.values()].flatMap(({ files }) => [...files.keys()]))];
  }

  /** A file that settings come from has changed: all are read again. */
  async changed(): Promise<void> {
    const folders = [...this.reading.keys()];
    this.reading = new Map();
    await Promise.all(folders.map(folder => this.nearest(folder)));
  }

  /** The nearest configuration of a folder or of one above it. */
  private nearest(folder: string): Promise<Loaded> {
    const known = this.reading.get(folder);
    if (known) return known;
    const { reading } = this;
    const loaded = this.load(folder).then(found => {
      if (this.reading !== reading) return found;
      const isNew = this.read.get(folder) !== found && (this.read.has(folder) || found !== NONE);
      this.read.set(folder, found);
      if (isNew) this.around.onRead();
      return found;
    });
    reading.set(folder, loaded);
    return loaded;
  }

  private async load(folder: string): Promise<Loaded> {
    if (!/^[a-z0-9+.-]+:\/\//.test(folder)) return NONE;
    const key = `${folder}/${configurationFile}`;
    const text = await this.textOf(key);
    if (text?.fault) return { ...NONE, files: new Map([[key, settingsFile(text.text, [text.fault])]]) };
    if (text) return this.loadFrom(folder, key, text.text);
    const above = folderOf(folder);
    // A repository is a world of its own.
    return above === undefined || (await this.around.files.isRepository(folder)) ? NONE : this.nearest(above);
  }

  private async textOf(key: string): Promise<{ readonly text: string; readonly fault?: Finding } | undefined> {
    const open = this.around.open.get(key);
    if (open) return open;
    const file = await this.around.files.read(key);
    if (file.kind === 'text') return file;
    if (file.kind === 'unreadable') return undefined;
    const [fault] = judgeConfiguration([{ ...file.fault, rule: 'bad-configuration' }]).findings;
    return fault && { fault, text: file.text };
  }

  /** Framework files are named in the text: it is read once to learn of them and again with what is in them. */
  private async loadFrom(folder: string, key: string, text: string): Promise<Loaded> {
    const named = new Map<string, NamedFile>();
    readConfiguration(text, path => {
      named.set(path, notThere());
      return notThere();
    });
    for (const path of named.keys()) named.set(path, await this.namedFile(folder, key, path));
    const configuration = readConfiguration(text, path => named.get(path) ?? notThere());
    const files = new Map([[key, settingsFile(text, judgeConfiguration(configuration.faults).findings)]]);
    for (const file of configuration.frameworkFiles) {
      const read = named.get(file.path);
      const findings = judgeConfiguration(file.faults).findings;
      if (read && 'key' in read) files.set(read.key, settingsFile(file.text, findings));
    }
    const { ignore, baseline } = configuration;
    const rules = ignoreRules().add([...ignore]);
    return {
      folder,
      configuration,
      isIgnored: path => ignore.length > 0 && rules.ignores(path),
      baseline: await this.baselineFrom(folder, key, baseline),
      files,
    };
  }

  /** What a configuration names lies in its own folder or below. */
  private async namedFile(folder: string, key: string, path: string): Promise<NamedFile> {
    const located = locateNamed(key, path, [folder]);
    if ('why' in located) return located;
    const open = this.around.open.get(located.uri);
    if (open) return { key: located.uri, text: open.text };
    const file = await this.around.files.read(located.uri, [folder]);
    if (file.kind === 'text') return { key: located.uri, text: file.text };
    return { why: file.kind === 'unreadable' ? file.why : say`is not readable as text` };
  }

  private async baselineFrom(folder: string, key: string, path: string | undefined): Promise<Loaded['baseline']> {
    const file = path === undefined ? notThere() : await this.namedFile(folder, key, path);
    const baseline = 'text' in file ? readBaseline(file.text) : file;
    if ('why' in baseline || !('key' in file)) return NONE.baseline;
    const from = folderOf(file.key) ?? folder;
    return plan => baseline.get(pathFrom(from, plan)) ?? nothingKnown;
  }
}

type NamedFile = { readonly key: string; readonly text: string } | { readonly why: string };

const notThere = () => ({ why: say`is not there` });

function settingsFile(text: string, findings: readonly Finding[]): SettingsFile {
  return { lines: new LineIndex(text), findings };
}
