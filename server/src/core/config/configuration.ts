/**
 * `oneplan.config.yaml`: text → settings and faults with their spans. Never fails: an invalid setting is reported and
 * ignored, the rest applies. A configuration only names files and never runs anything.
 */

import type { Fault, Finding, Severity } from '../finding';
import type { Judgement } from '../judge';
import type { Framework } from '../reference/framework';
import { config as validateConfiguration } from '../schema/validators.generated';
import { noSettings, type Settings } from '../settings';
import { ListNode, type MapNode, type Node, type ScalarNode } from '../syntax/tree/node';
import { say } from '../text/say';
import { shorten } from '../text/words';
import { readDate } from '../values/calendar';
import { configurationSchema } from './configuration-schema';
import { readForm } from './form';
import { readFramework } from './own-framework';
import { readRuleSettings } from './rule-settings';

/** The file name; the nearest such file at or above a plan's folder applies. */
export const configurationFile = 'oneplan.config.yaml';

export interface Configuration {
  readonly settings: Settings;
  /** Patterns as in `.gitignore`, from the folder of the configuration. */
  readonly ignore: readonly string[];
  /** Path of the baseline, from the folder of the configuration. */
  readonly baseline: string | undefined;
  /** What is wrong in the configuration file. */
  readonly faults: readonly Fault[];
  /** The team's framework files that were read, with what is wrong in each. */
  readonly frameworkFiles: readonly FrameworkFileReading[];
}

interface FrameworkFileReading {
  /** The path as written in the configuration. */
  readonly path: string;
  readonly text: string;
  readonly faults: readonly Fault[];
}

/**
 * Reads a file named by the configuration, by its path relative to the configuration's folder; `why` says why it
 * cannot.
 */
export type ReadNamedFile = (path: string) => { readonly text: string } | { readonly why: string };

/** The configuration used where there is no file. */
export const noConfiguration: Configuration = {
  settings: noSettings,
  ignore: [],
  baseline: undefined,
  faults: [],
  frameworkFiles: [],
};

/** A configuration whose framework files are not read yet. */
export interface ConfigurationReading {
  /** Paths of the framework files it names, relative to its folder. */
  readonly frameworkPaths: readonly string[];
  readonly ignore: readonly string[];
  readonly baseline: string | undefined;
  readonly root: MapNode;
  readonly rules: Settings['rules'];
  readonly faults: readonly Fault[];
}

/** Reads the configuration `text`. */
export function readConfiguration(text: string): ConfigurationReading {
  const { root, faults } = readForm(text, configurationSchema, validateConfiguration, say`The configuration`);
  return {
    frameworkPaths: textsOf(root.get('frameworks')).map(named => named.text),
    ignore: textsOf(root.get('ignore')).map(({ text: pattern }) => pattern),
    baseline: textOf(root.get('baseline')),
    root,
    rules: readRuleSettings(root.get('rules'), faults),
    faults,
  };
}

/** Completes the configuration; `readFile` returns the framework files that it names. */
export function withFiles(reading: ConfigurationReading, readFile: ReadNamedFile): Configuration {
  const { root, rules, ignore, baseline } = reading;
  const faults = [...reading.faults];
  const own = readFrameworks(root.get('frameworks'), readFile, faults);
  const as = textOf(root.get('as'));
  const today = dayOf(root.get('today'), faults);
  return {
    settings: {
      rules,
      frameworks: own.frameworks,
      ...(as === 'agreed' ? { as } : {}),
      ...(today === undefined ? {} : { today }),
    },
    ignore,
    baseline,
    faults,
    frameworkFiles: own.files,
  };
}

/** The faults of a configuration or framework file as findings, all of them errors. */
export function judgeConfiguration(faults: readonly Fault[]): Judgement {
  const used = new Map<string, number>();
  const findings = faults.map((fault): Finding => {
    const severity: Severity = fault.rule === 'read-differently' ? 'warning' : 'error';
    const plain = [fault.rule, fault.detail ?? ''].filter(part => part !== '').join(' ');
    const times = (used.get(plain) ?? 0) + 1;
    used.set(plain, times);
    const fingerprint = times === 1 ? plain : `${plain} #${times}`;
    // Fixes in a configuration are offered one by one and never applied in bulk: only its author changes it.
    const fixes = (fault.fixes ?? []).map(fix => ({ ...fix, safe: false }));
    return { ...fault, fixes, severity, fingerprint };
  });
  return { findings, waived: [], framework: undefined, stage: 'writing', crashes: [] };
}

function readFrameworks(
  node: Node | undefined,
  readFile: ReadNamedFile,
  faults: Fault[],
): { readonly frameworks: readonly Framework[]; readonly files: readonly FrameworkFileReading[] } {
  const frameworks: Framework[] = [];
  const files: FrameworkFileReading[] = [];
  for (const named of textsOf(node)) {
    const found = readFile(named.text);
    if ('why' in found) {
      const message = say`The framework file "${shorten(named.text)}" ${found.why}. Give its path from the folder of this file, such as frameworks/our-region.yaml.`;
      faults.push({ rule: 'bad-configuration', at: named, message, detail: named.text });
      continue;
    }
    const reading = readFramework(found.text);
    files.push({ path: named.text, text: found.text, faults: reading.faults });
    const { framework } = reading;
    if (framework && frameworks.some(({ id }) => id === framework.id)) {
      const message = say`The framework file "${shorten(named.text)}" has the id "${framework.id}", which another of these files has. Give each its own.`;
      faults.push({ rule: 'bad-configuration', at: named, message, detail: `id ${named.text}` });
    } else if (framework) frameworks.push(framework);
    else {
      const message = say`The framework file "${shorten(named.text)}" has faults, so no plan can be judged by it. They are listed under that file.`;
      faults.push({ rule: 'bad-configuration', at: named, message, detail: named.text });
    }
  }
  return { frameworks, files };
}

function dayOf(node: Node | undefined, faults: Fault[]): string | undefined {
  if (node?.kind !== 'scalar' || node.value === null) return undefined;
  const reading = readDate(node.text);
  if ('date' in reading) return reading.date;
  if (faults.some(({ at }) => at.start === node.start)) return undefined;
  const message = say`"${shorten(node.text)}" ${reading.fault}. Write a day of the calendar like 2018-03-31.`;
  faults.push({ rule: 'bad-configuration', at: node, message, detail: 'today' });
  return undefined;
}

function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? node.text : undefined;
}

function textsOf(node: Node | undefined): readonly ScalarNode[] {
  if (!(node instanceof ListNode)) return [];
  return node.items.flatMap(item => (item.kind === 'scalar' && item.value !== null ? [item] : []));
}
