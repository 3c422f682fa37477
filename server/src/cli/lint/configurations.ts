/**
 * Which configuration counts for a plan: the nearest `oneplan.config.yaml` from its folder upwards, or the one that the run
 * names. Each is read once. Options of the run win over it.
 */
import { dirname, join, resolve } from 'node:path';
import {
  type Configuration,
  configurationFile,
  frameworkNamed,
  type JudgedFile,
  judgeConfiguration,
  noConfiguration,
  noSettings,
  phrase,
  readConfiguration,
  type Settings,
  shippedFrameworks,
} from '../../core/index';
import { absolutePath, isInside, shownPath } from '../../files/plan-path';
import type { Io } from '../io';
import { nearestTo } from '../nearest-to';
import { UsageError } from '../usage-error';
import type { LintOptions } from './lint-options';

interface FoundConfiguration {
  /** The folder that its paths start from. */
  readonly folder: string;
  readonly path: string | undefined;
  readonly text: string;
  readonly configuration: Configuration;
  readonly settings: Settings;
}

type Around = Pick<Io, 'folder' | 'files'>;
type Asked = Pick<LintOptions, 'config' | 'as' | 'framework' | 'today' | 'baseline'>;

export class Configurations {
  private readonly byFolder = new Map<string, FoundConfiguration>();
  private readonly byPath = new Map<string, FoundConfiguration>();
  private readonly none: FoundConfiguration;

  constructor(
    private readonly io: Around,
    private readonly asked: Asked,
  ) {
    this.none = this.found(io.folder, undefined, '', noConfiguration);
  }

  settings(plan: string): Settings {
    return this.of(plan).settings;
  }

  /** Whether the configuration of `plan` passes it over. */
  async ignores(plan: string): Promise<boolean> {
    const { folder, configuration } = this.of(plan);
    const path = absolutePath(this.io.folder, plan);
    if (configuration.ignore.length === 0 || !isInside(folder, path)) return false;
    const { default: ignoreRules } = await import('ignore');
    return ignoreRules().add(configuration.ignore).ignores(shownPath(folder, path));
  }

  /** The absolute path of the baseline for `plan`. */
  baseline(plan: string): string | undefined {
    if (this.asked.baseline !== undefined) return resolve(this.io.folder, this.asked.baseline);
    const { folder, configuration } = this.of(plan);
    return configuration.baseline === undefined ? undefined : resolve(folder, configuration.baseline);
  }

  /** The configurations that were read, as absolute paths. */
  paths(): readonly string[] {
    return [...this.byPath.keys()];
  }

  /** The configurations and framework files that have faults, as files of the report. */
  faulty(): readonly JudgedFile[] {
    const files: JudgedFile[] = [];
    const add = (path: string, text: string, faults: Configuration['faults']) => {
      if (faults.length === 0) return;
      const shown = shownPath(this.io.folder, path);
      files.push({ path: shown, text, judgement: judgeConfiguration(faults), document: undefined });
    };
    for (const { path, folder, text, configuration } of this.byPath.values()) {
      if (path !== undefined) add(path, text, configuration.faults);
      for (const file of configuration.frameworkFiles) add(resolve(folder, file.path), file.text, file.faults);
    }
    return files;
  }

  /** @throws UsageError when the run names a framework that nobody knows. */
  checkFramework(): void {
    const id = this.asked.framework;
    const all = [this.none, ...this.byPath.values()];
    if (id === undefined || all.some(({ settings }) => frameworkNamed(id, settings.frameworks))) return;
    const own = all.flatMap(({ settings }) => settings.frameworks);
    const known = [...own, ...shippedFrameworks()].map(framework => framework.id);
    throw new UsageError(`There is no framework "${id}". ${nearestTo(id, known) ?? `Choose ${phrase(known)}.`}`);
  }

  private of(plan: string): FoundConfiguration {
    if (this.asked.config !== undefined) return this.read(resolve(this.io.folder, this.asked.config));
    return this.above(dirname(absolutePath(this.io.folder, plan)));
  }

  private above(folder: string): FoundConfiguration {
    const known = this.byFolder.get(folder);
    if (known) return known;
    const path = join(folder, configurationFile);
    const parent = dirname(folder);
    // A repository is a world of its own.
    const isTop = parent === folder || this.io.files.kindOf(join(folder, '.git')) !== 'nothing';
    const here = this.io.files.kindOf(path) !== 'nothing';
    const found = here ? this.read(path) : isTop ? this.none : this.above(parent);
    this.byFolder.set(folder, found);
    return found;
  }

  private read(path: string): FoundConfiguration {
    const known = this.byPath.get(path);
    if (known) return known;
    const reading = this.io.files.read(path);
    if (reading.kind === 'unreadable') {
      throw new UsageError(`The configuration "${shownPath(this.io.folder, path)}" ${reading.why}. Check it.`);
    }
    const folder = dirname(path);
    const configuration: Configuration =
      reading.kind === 'fault'
        ? { ...noConfiguration, faults: [{ ...reading.fault, rule: 'bad-configuration' }] }
        : readConfiguration(reading.text, written => this.readNamed(folder, path, written));
    const found = this.found(folder, path, reading.text, configuration);
    this.byPath.set(path, found);
    return found;
  }

  private readNamed(folder: string, path: string, written: string): { text: string } | { why: string } {
    const located = this.io.files.locate(folder, path, written);
    if ('why' in located) return located;
    const reading = this.io.files.read(located.path);
    if (reading.kind === 'text') return { text: reading.text };
    return { why: reading.kind === 'fault' ? 'is not readable as text' : reading.why };
  }

  private found(
    folder: string,
    path: string | undefined,
    text: string,
    configuration: Configuration,
  ): FoundConfiguration {
    const { as, framework, today } = this.asked;
    const { as: configured, ...rest } = configuration === noConfiguration ? noSettings : configuration.settings;
    const stage = as === undefined ? configured : as === 'agreed' ? as : undefined;
    const settings: Settings = {
      ...rest,
      ...(stage ? { as: stage } : {}),
      ...(framework === undefined ? {} : { framework }),
      ...(today === undefined ? {} : { today }),
    };
    return { folder, path, text, configuration, settings };
  }
}
