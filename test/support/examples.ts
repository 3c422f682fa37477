/** Runs a rule's examples: their sections stand in the place of those of a complete plan. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RulePage } from '../../server/src/core/index';
import { projectOf, settingsOf } from './fixture';
import { findingsReadAs } from './read-as';

const base = readFileSync(join(__dirname, 'base.plan.yaml'), 'utf8');

/** Ids of the rules that speak of the bad or the good example of `page`. */
export function exampleFindings(page: RulePage, which: 'bad' | 'good'): readonly string[] {
  const { files = {}, today, readAs } = page.examples;
  const example = page.examples[which];
  const settings = { ...settingsOf(example), ...(today ? { today } : {}) };
  if (readAs === 'broken tool' && which === 'good')
    return exampleFindings({ ...page, examples: { ...page.examples, readAs: 'document' } }, which);
  if (readAs !== undefined && readAs !== 'document')
    return findingsReadAs(readAs, example, settings).map(({ rule }) => rule);
  const text = readAs === 'document' ? example : inPlan(example);
  const others = Object.entries(files).map(([path, other]) => ({ path, text: other }));
  const project = projectOf([{ path: 'example.plan.yaml', text }, ...others], settings);
  return (project.judge('example.plan.yaml')?.findings ?? []).map(({ rule }) => rule);
}

/** The complete plan with the sections of `example` in the place of its own; an example that is a whole plan stands alone. */
export function inPlan(example: string): string {
  if (/^(?:#.*\n)*\ufeff?(?:one_plan|bcf_plan)/.test(example)) return example;
  const replaced = new Set([...example.matchAll(/^([a-z_]+):/gm)].map(match => match[1]));
  const sections = base.split(/^(?=[a-z_]+:)/m);
  const own = example.split(/^(?=[a-z_]+:)/m);
  const kept = sections.map(section => {
    const key = /^([a-z_]+):/.exec(section)?.[1];
    if (!replaced.has(key)) return section;
    return own.filter(part => part.startsWith(`${key}:`)).join('') || section;
  });
  const known = new Set(sections.map(section => /^([a-z_]+):/.exec(section)?.[1]));
  const added = own.filter(part => !known.has(/^([a-z_]+):/.exec(part)?.[1]));
  return kept.join('') + added.join('');
}
