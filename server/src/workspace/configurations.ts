/**
 * Which configuration counts for a document: the nearest `oneplan.config.yaml` from its folder upwards, or the one that the
 * run names. What a run or an editor sets counts over it. A configuration counts as it was until it is known whole again.
 */
import { configurationFile } from '../core/for-workspace';
import type { Settings, Stage } from '../core/index';
import {
  ConfigurationFiles,
  type LoadedConfiguration,
  NONE,
  type SettingsFile,
  type TextAt,
} from './configuration-files';
import type { Inputs } from './inputs';
import { folderOf, isInside, pathFrom } from './uri';

/** What a run or an editor sets over the configuration. Addresses are keys. */
export interface Overrides {
  /** "plan" judges by each plan's own status, whatever the configuration says. */
  readonly as?: Stage | 'plan' | undefined;
  readonly today?: Settings['today'];
  readonly framework?: string | undefined;
  readonly baseline?: string | undefined;
  /** The configuration for every plan; `null` for none at all. */
  readonly configuration?: string | null | undefined;
}

export class Configurations {
  /** By folder, as far as they are whole and nothing has changed since. */
  private settled = new Map<string, LoadedConfiguration>();
  /** By folder or file, as they were when they were last whole. */
  private readonly last = new Map<string, LoadedConfiguration>();
  private readonly read: ConfigurationFiles;
  private readonly combined = new WeakMap<LoadedConfiguration, Map<string, Settings>>();

  constructor(
    private readonly inputs: Inputs,
    textAt: TextAt,
    private readonly overrides: (uri: string) => Overrides,
  ) {
    this.read = new ConfigurationFiles(textAt);
  }

  /** A file that settings may come from has changed. */
  changed(): void {
    this.settled = new Map();
  }

  /** The settings of a document, as far as they are known; the same object as long as they are the same. */
  settings(uri: string): Settings {
    const loaded = this.of(uri);
    const { as, today, framework } = this.overrides(uri);
    const known = this.combined.get(loaded) ?? new Map<string, Settings>();
    this.combined.set(loaded, known);
    const key = `${as} ${today} ${framework}`;
    const settings = known.get(key) ?? overridden(loaded.configuration.settings, { as, today, framework });
    known.set(key, settings);
    return settings;
  }

  /** Whether it is known which configuration counts for the document. */
  isKnown(uri: string): boolean {
    return this.lastOf(uri) !== undefined;
  }

  /** Whether the configuration of the document passes it over. */
  ignores(uri: string): boolean {
    const { folder, ignores } = this.of(uri);
    return folder !== undefined && isInside(uri, folder) && ignores(pathFrom(folder, uri));
  }

  /** The baseline that counts for the document. */
  baseline(uri: string): { readonly uri: string; readonly roots: readonly string[] } | undefined {
    const named = this.overrides(uri).baseline;
    const { folder, baseline } = this.of(uri);
    const key = named ?? baseline;
    return key === undefined ? undefined : { uri: key, roots: folder === undefined ? [] : [folder] };
  }

  /** A file that settings come from; `undefined` for every other document. */
  file(uri: string): SettingsFile | undefined {
    for (const { files } of this.last.values()) {
      const file = files.get(uri);
      if (file) return file;
    }
    return undefined;
  }

  /** The files that settings come from: those of the document `uri`, or all. */
  files(uri?: string): readonly string[] {
    const loaded = uri === undefined ? [...this.last.values()] : [this.of(uri)];
    return [...new Set(loaded.flatMap(({ files }) => [...files.keys()]))];
  }

  /** Asks for what is not known of the document's configuration; gives the one that was whole last. */
  private of(uri: string): LoadedConfiguration {
    const { configuration } = this.overrides(uri);
    if (configuration === null) return NONE;
    if (configuration === undefined) this.nearest(folderOf(uri) ?? '');
    else
      this.whole(configuration, () => {
        const named = this.read.at(configuration);
        return named === 'nothing' ? NONE : named;
      });
    return this.lastOf(uri) ?? NONE;
  }

  private lastOf(uri: string): LoadedConfiguration | undefined {
    const { configuration } = this.overrides(uri);
    return configuration === null ? NONE : this.last.get(configuration ?? folderOf(uri) ?? '');
  }

  private nearest(folder: string): LoadedConfiguration | undefined {
    return this.whole(folder, () => {
      if (!/^[a-z0-9+.-]+:\/\//.test(folder)) return NONE;
      const key = `${folder}/${configurationFile}`;
      const here = this.read.at(key);
      const above = folderOf(folder);
      if (here !== 'nothing') return here;
      if (above === undefined) return NONE;
      // Do not look above the root of a repository.
      const isTop = this.inputs.repository(folder);
      return isTop === false ? this.nearest(above) : isTop && NONE;
    });
  }

  /** What `find` gives, kept under `key` once nothing that it asked for is open. */
  private whole(key: string, find: () => LoadedConfiguration | undefined): LoadedConfiguration | undefined {
    const settled = this.settled.get(key);
    if (settled) return settled;
    let found: LoadedConfiguration | undefined;
    const open = this.inputs.needsOf(() => {
      found = find();
    });
    if (!found) return undefined;
    this.last.set(key, found);
    if (open.length === 0) this.settled.set(key, found);
    return found;
  }
}

function overridden(settings: Settings, { as, today, framework }: Overrides): Settings {
  const { as: configured, ...rest } = settings;
  const stage = as === undefined ? configured : as === 'plan' ? undefined : as;
  return {
    ...rest,
    ...(stage === undefined ? {} : { as: stage }),
    ...(framework === undefined
      ? settings.framework === undefined
        ? {}
        : { framework: settings.framework }
      : { framework }),
    ...(today === undefined ? {} : { today }),
  };
}
