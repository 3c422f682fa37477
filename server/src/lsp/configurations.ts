/**
 * The settings of each document: the nearest `oneplan.config.yaml` above it, and over that the settings of the editor.
 * A configuration file that is open counts as the editor has it. Its faults are reported under the file itself.
 */
import {
  type Configuration,
  configurationFile,
  type Finding,
  judgeConfiguration,
  LineIndex,
  noConfiguration,
  readConfiguration,
  type Settings,
} from '../core/index';
import type { ClientSettings } from './client-settings';
import { folderOf, isInside, nameOf, pathFrom } from './document-uri';
import type { FileSource } from './file-source';
import { locateNamed } from './locate-named';
import type { OpenDocuments } from './open-documents';

export interface ConfigurationsSurroundings {
  readonly files: FileSource;
  readonly open: OpenDocuments;
  readonly editor: ClientSettings;
  folders(): readonly string[];
  /** A configuration was read that is not as it was. */
  onRead(): void;
}

/** A file that settings come from, with what is wrong in it. */
export interface SettingsFile {
  readonly lines: LineIndex;
  readonly findings: readonly Finding[];
}

interface Loaded {
  readonly key: string | undefined;
  readonly configuration: Configuration;
  readonly files: ReadonlyMap<string, SettingsFile>;
}

const NONE: Loaded = { key: undefined, configuration: noConfiguration, files: new Map() };

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

  /** Patterns of what is passed over in a folder of the workspace. */
  async ignoredIn(folder: string): Promise<readonly string[]> {
    const { key, configuration } = await this.nearest(folder);
    const from = key === undefined ? undefined : folderOf(key);
    if (from === undefined || from === folder || configuration.ignore.length === 0) return configuration.ignore;
    // The file lies above the folder: its patterns are written from there.
    return configuration.ignore.map(pattern => fromBelow(pattern, pathFrom(from, folder)));
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
    if (text !== undefined) return 'text' in text ? this.loadFrom(key, text.text) : unreadable(key, text.fault);
    const above = folderOf(folder);
    return above === undefined ? NONE : this.nearest(above);
  }

  private async textOf(key: string): Promise<{ readonly text: string } | { readonly fault: Finding } | undefined> {
    const open = this.around.open.get(key);
    if (open) return open;
    const file = await this.around.files.read(key);
    if (file.kind === 'text') return file;
    if (file.kind === 'none') return undefined;
    return { fault: { ...file.fault, severity: 'error', fingerprint: file.fault.rule } };
  }

  /** Framework files are named in the text: it is read once to learn of them and again with what is in them. */
  private async loadFrom(key: string, text: string): Promise<Loaded> {
    const named = new Map<string, { readonly text: string } | { readonly why: string }>();
    readConfiguration(text, path => {
      named.set(path, { why: 'is not there' });
      return { text: '' };
    });
    const keys = new Map<string, string>();
    for (const path of named.keys()) {
      const located = locateNamed(key, path, this.rootsFor(key));
      if ('uri' in located) {
        keys.set(path, located.uri);
        named.set(path, await this.namedFile(located.uri, this.rootsFor(key)));
      } else {
        named.set(path, located);
      }
    }
    const configuration = readConfiguration(text, path => named.get(path) ?? { why: 'is not there' });
    const files = new Map([[key, settingsFile(text, judgeConfiguration(configuration.faults).findings)]]);
    for (const file of configuration.frameworkFiles) {
      const fileKey = keys.get(file.path);
      if (fileKey) files.set(fileKey, settingsFile(file.text, judgeConfiguration(file.faults).findings));
    }
    return { key, configuration, files };
  }

  private async namedFile(
    key: string,
    roots: readonly string[],
  ): Promise<{ readonly text: string } | { readonly why: string }> {
    const open = this.around.open.get(key);
    if (open) return open;
    const file = await this.around.files.read(key, roots);
    if (file.kind === 'text') return file;
    return { why: file.kind === 'none' ? file.why : 'is not readable as text' };
  }

  /** What a configuration names lies in its own folder or in one of the workspace's. */
  private rootsFor(key: string): readonly string[] {
    const own = folderOf(key);
    const folders = this.around.folders();
    return own === undefined || folders.some(folder => isInside(own, folder)) ? folders : [...folders, own];
  }
}

function settingsFile(text: string, findings: readonly Finding[]): SettingsFile {
  return { lines: new LineIndex(text), findings };
}

function unreadable(key: string, fault: Finding): Loaded {
  return { key, configuration: noConfiguration, files: new Map([[key, settingsFile('', [fault])]]) };
}

/** A pattern as in `.gitignore`, seen from the folder `below`; one that does not reach into it matches nothing there. */
function fromBelow(pattern: string, below: string): string {
  const negated = pattern.startsWith('!') ? '!' : '';
  const bare = pattern.slice(negated.length);
  const isAnchored = bare.replace(/\/$/, '').includes('/');
  if (!isAnchored) return pattern;
  const path = bare.replace(/^\//, '');
  return path.startsWith(`${below}/`) ? `${negated}/${path.slice(below.length + 1)}` : `${negated}/../${path}`;
}
