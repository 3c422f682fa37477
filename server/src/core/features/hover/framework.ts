/** The national framework under the cursor: where it is from and what it asks for; and the roles that it asks to sign. */

import type { ShapedNode } from '../../cursor/nodes-at';
import { type Framework, frameworkNamed, type SignOffRole, type Standing, standingOf } from '../../reference/framework';
import type { Settings } from '../../settings';
import type { ScalarNode } from '../../syntax/tree/node';
import { say } from '../../text/say';
import { formatDate } from '../../values/calendar';
import type { Fact } from '../shared/fact';
import { originFacts, sourceWords } from '../shared/named-by-framework';
import { factsPart, type Hover } from './hover-part';

/** The framework that the plan names. */
export function hoverFramework(nodes: readonly ShapedNode[], node: ScalarNode, settings: Settings): Hover | undefined {
  if (nodes.length !== 2 || nodes[1]?.entry?.key.text !== 'framework') return undefined;
  const framework = frameworkNamed(node.text, settings.frameworks);
  if (!framework) return undefined;
  const { lastDate, source } = framework;
  const last = lastDate === 'period' ? say`the end of the plan's period` : formatDate(lastDate);
  return {
    at: node,
    title: framework.title,
    parts: factsPart([
      { label: say`Source`, value: sourceWords(source) },
      { label: say`Last date for deadlines`, value: last },
      ...fastArea(framework),
      ...listFacts(framework),
      ...changedSeverities(framework),
      ...(framework.notRead.length > 0 ? [{ label: say`Not read`, value: framework.notRead.join(' ') }] : []),
    ]),
  };
}

/** A role that signs, as the framework has it. */
export function hoverRole(
  nodes: readonly ShapedNode[],
  node: ScalarNode,
  framework: Framework | undefined,
): Hover | undefined {
  const found = nodes.at(-1);
  if (!framework || found?.parent?.def !== 'signature' || found.entry?.key.text !== 'role') return undefined;
  const written = node.text.toLowerCase();
  const role = framework.signOff.values.find(({ role, also }) =>
    [role, ...(also ?? [])].some(name => name.toLowerCase() === written),
  );
  if (!role) return undefined;
  return { at: node, title: role.role, parts: factsPart(roleFacts(role, framework)) };
}

function roleFacts(role: SignOffRole, { shortTitle, signOff }: Framework): readonly Fact[] {
  return [
    { label: shortTitle, value: signersOf(role) },
    ...(role.delegable === undefined
      ? []
      : [{ label: say`May be delegated`, value: role.delegable ? say`yes` : say`no` }]),
    ...(role.condition === undefined ? [] : [{ label: say`When`, value: role.condition }]),
    ...originFacts(standingOf(role, signOff)),
  ];
}

function signersOf({ per }: SignOffRole): string {
  if (per === 'council') return say`asks for it of each council`;
  return per === 'icb' ? say`asks for it of each NHS commissioner` : say`asks for it`;
}

function fastArea({ fastArea: days }: Framework): readonly Fact[] {
  if (!days) return [];
  const value = say`the integrated budget is due from ${formatDate(days.earliest)} to ${formatDate(days.latest)}`;
  return [{ label: say`Fast areas`, value }];
}

/** What the framework lists, each list with a word where it is our own. */
function listFacts(framework: Framework): readonly Fact[] {
  const { services, options, milestones, fundingSources, outcomes, signOff, conditions, subjects } = framework;
  const lists = [
    { label: say`Services`, list: services, words: services.values },
    { label: say`Commissioning options`, list: options, words: options.values },
    {
      label: say`Milestones`,
      list: milestones,
      words: milestones.values.map(({ type, by }) => (by === undefined ? type : say`${type} by ${formatDate(by)}`)),
    },
    { label: say`Sources of money`, list: fundingSources, words: fundingSources.values },
    {
      label: say`Outcome measures`,
      list: outcomes,
      words: outcomes.values.map(({ code, name }) => (code === undefined ? name : `${code} (${name})`)),
    },
    {
      label: say`Signed by`,
      list: signOff,
      words: signOff.values.map(
        ({ role, delegable, status }) =>
          `${role}${delegable === false ? say` (may not be delegated)` : ''}${apart(status, signOff)}`,
      ),
    },
    {
      label: say`Conditions`,
      list: conditions,
      words: conditions.values.map(({ title, status }) => title + apart(status, conditions)),
    },
    {
      label: say`Speaks of`,
      list: subjects,
      words: subjects.values.map(({ title, status }) => title + apart(status, subjects)),
    },
  ];
  return lists.flatMap(({ label, list, words }) => {
    const standing = list.status === 'own-list' ? ownList() : '';
    return words.length > 0 ? [{ label: `${label}${standing}`, value: words.join('; ') }] : [];
  });
}

const ownList = (): string => say` (our own list)`;

/** A word on an entry of our own in a list that is not. */
function apart(status: Standing | undefined, list: { readonly status: Standing | undefined }): string {
  return status === 'own-list' && list.status !== 'own-list' ? ownList() : '';
}

function changedSeverities({ severities }: Framework): readonly Fact[] {
  const changed = Object.entries(severities).map(
    ([rule, { writing, agreed }]) => say`${rule} (${writing} while writing, ${agreed} once agreed)`,
  );
  return changed.length > 0 ? [{ label: say`Rules that weigh otherwise`, value: changed.join('; ') }] : [];
}
