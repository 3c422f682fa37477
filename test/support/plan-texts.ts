/** The plans that features are tried on: every sample, and every fixture of a rule without its markers. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PlanText {
  readonly name: string;
  readonly text: string;
}

const root = join(__dirname, '..', '..');

/** Samples that can be read in full. */
export function soundSamples(): readonly PlanText[] {
  return plansUnder('samples').filter(({ name }) => !name.includes('broken'));
}

/** Every sample, those with faults included. */
export function allSamples(): readonly PlanText[] {
  return plansUnder('samples');
}

/** Every fixture of a rule as its author would have it. */
export function ruleFixtures(): readonly PlanText[] {
  return plansUnder('test/rules').map(({ name, text }) => ({
    name,
    text: (text.split(/^# --- .*\n/m)[0] ?? '').replace(/^\s*#\s*\^+ (?:error|warning|info)\[.*\n/gm, ''),
  }));
}

/** The documents that fixtures of rules have beside their first, each under its path. */
export function fixtureDocuments(): readonly PlanText[] {
  return plansUnder('test/rules').flatMap(({ text }) => {
    const [, ...rest] = text.split(/^# --- (\S+)\r?\n/m);
    return rest.flatMap((name, index) => (index % 2 === 0 ? [{ name, text: rest[index + 1] ?? '' }] : []));
  });
}

function plansUnder(folder: string): readonly PlanText[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.plan.yaml'))
    .sort()
    .map(name => ({ name: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') }));
}
