/**
 * Reads configuration files with the framework files that they name. A file with the same text, naming files with the same
 * texts, is the same configuration: what follows from it stays.
 */
import {
  type Configuration,
  type ConfigurationReading,
  judgeConfiguration,
  noConfiguration,
  readConfiguration,
  withFiles,
} from '../core/for-workspace';
import { type Fault, type Judgement, say } from '../core/index';
import type { FileText } from './file-text';
import { ignoring } from './ignore-rules';
import type { FilePurpose } from './inputs';
import { locateNamed } from './locate';
import { folderOf, keyOfPath, resolveFrom } from './uri';

/** A file that settings come from, with what is wrong in it. */
export interface SettingsFile {
  readonly text: string;
  readonly judgement: Judgement;
}

export interface LoadedConfiguration {
  /** The folder that the paths of the configuration are written from. */
  readonly folder: string | undefined;
  readonly configuration: Configuration;
  /** Whether the configuration passes over the plan at a path from its folder. */
  readonly ignores: (path: string) => boolean;
  readonly baseline: string | undefined;
  /** The configuration file and those that it names, by key. */
  readonly files: ReadonlyMap<string, SettingsFile>;
}

/** What counts where there is no configuration. */
export const NONE: LoadedConfiguration = {
  folder: undefined,
  configuration: noConfiguration,
  ignores: () => false,
  baseline: undefined,
  files: new Map(),
};

/** What stands in a file, the text of an open document before that of its file; `undefined` while it is not known. */
export type TextAt = (purpose: FilePurpose, uri: string, roots?: readonly string[]) => FileText | undefined;

type NamedFile = { readonly uri: string; readonly text: string } | { readonly why: string };

interface Read {
  readonly text: string;
  readonly reading: ConfigurationReading | undefined;
  readonly named: readonly NamedFile[];
  readonly loaded: LoadedConfiguration;
}

export class ConfigurationFiles {
  private readonly read = new Map<string, Read>();

  constructor(private readonly textAt: TextAt) {}

  /** The configuration file `key` with what it names; "nothing" where there is none, `undefined` while not all is known. */
  at(key: string): LoadedConfiguration | 'nothing' | undefined {
    const file = this.textAt('configuration', key);
    if (file === undefined) return undefined;
    if (file.kind === 'unreadable') return 'nothing';
    const before = this.read.get(key);
    const isSame = before?.text === file.text && (before.reading === undefined) === (file.kind === 'fault');
    if (file.kind === 'fault') {
      if (isSame) return before.loaded;
      const fault = { ...file.fault, rule: 'bad-configuration' };
      const loaded = { ...NONE, files: new Map([[key, settingsFile(file.text, [fault])]]) };
      return this.keep(key, { text: file.text, reading: undefined, named: [], loaded });
    }
    const reading = (isSame ? before.reading : undefined) ?? readConfiguration(file.text);
    const named: readonly (NamedFile | undefined)[] = reading.frameworkPaths.map(path => this.named(key, path));
    if (!isWhole(named)) return undefined;
    if (isSame && named.every((other, at) => isSameNamed(other, before.named[at]))) return before.loaded;
    return this.keep(key, { text: file.text, reading, named, loaded: load(key, file.text, reading, named) });
  }

  private keep(key: string, read: Read): LoadedConfiguration {
    this.read.set(key, read);
    return read.loaded;
  }

  /** A framework file that a configuration names lies in its folder or below. */
  private named(key: string, path: string): NamedFile | undefined {
    const folder = folderOf(key) ?? '';
    const located = locateNamed(key, path, [folder]);
    if ('why' in located) return located;
    const file = this.textAt('framework', located.uri, [folder]);
    if (file === undefined) return undefined;
    if (file.kind === 'text') return { uri: located.uri, text: file.text };
    return { why: file.kind === 'unreadable' ? file.why : say`is not readable as text` };
  }
}

function isWhole(named: readonly (NamedFile | undefined)[]): named is readonly NamedFile[] {
  return named.every(file => file !== undefined);
}

function isSameNamed(one: NamedFile, other: NamedFile | undefined): boolean {
  if ('text' in one) return other !== undefined && 'text' in other && one.text === other.text;
  return other !== undefined && 'why' in other && one.why === other.why;
}

function load(
  key: string,
  text: string,
  reading: ConfigurationReading,
  named: readonly NamedFile[],
): LoadedConfiguration {
  const folder = folderOf(key) ?? '';
  const at = (path: string) => named[reading.frameworkPaths.indexOf(path)];
  const configuration = withFiles(reading, path => at(path) ?? { why: say`is not there` });
  const files = new Map([[key, settingsFile(text, configuration.faults)]]);
  for (const file of configuration.frameworkFiles) {
    const found = at(file.path);
    if (found && 'uri' in found) files.set(found.uri, settingsFile(file.text, file.faults));
  }
  const { ignore, baseline } = configuration;
  return {
    folder,
    configuration,
    ignores: ignoring(ignore),
    baseline: baseline === undefined ? undefined : baselineAt(folder, baseline),
    files,
  };
}

/** Where the baseline is that a configuration in `folder` names; whether it may be read there is for the host to see. */
function baselineAt(folder: string, path: string): string | undefined {
  if (/^(?:[\\/]|[A-Za-z]:[\\/])/.test(path)) return keyOfPath(path);
  try {
    return resolveFrom(folder, path.replaceAll('\\', '/'));
  } catch {
    return undefined;
  }
}

function settingsFile(text: string, faults: readonly Fault[]): SettingsFile {
  return { text, judgement: judgeConfiguration(faults) };
}
