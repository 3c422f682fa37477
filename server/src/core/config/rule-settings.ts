/** `rules:` of a configuration: severities and options by rule, and the faults of naming what no rule has. */

import type { Fault, RuleSeverity } from '../finding';
import { pageOf, ruleIds } from '../rules/index';
import type { Rule, RulePage } from '../rules/shared/rule';
import type { RuleSetting } from '../settings';
import { type Entry, isEmpty, type Node, type ScalarNode } from '../syntax/tree/node';
import { nearest } from '../text/nearest';
import { listAnd, say } from '../text/say';
import { shorten } from '../text/words';

/** Reads the settings in `node`; adds to `faults`. */
export function readRuleSettings(node: Node | undefined, faults: Fault[]): ReadonlyMap<string, RuleSetting> {
  const settings = new Map<string, RuleSetting>();
  if (node?.kind !== 'map') return settings;
  for (const { key, value } of node.entries) {
    const page = pageOf(key.text);
    if (!page) {
      faults.push(unknownRule(key));
      continue;
    }
    if (!settings.has(key.text)) settings.set(key.text, settingOf(value, page, faults));
  }
  return settings;
}

function settingOf(value: Node, page: RulePage, faults: Fault[]): RuleSetting {
  if (value.kind !== 'map') return severityIn(value);
  const options: Record<string, number> = {};
  const given = value.get('options');
  for (const entry of given?.kind === 'map' ? given.entries : []) {
    const number = optionOf(entry, page, faults);
    if (number !== undefined) options[entry.key.text] = number;
  }
  return { ...severityIn(value.get('severity')), options };
}

/** Anything else than a severity has been reported by the schema. */
function severityIn(node: Node | undefined): RuleSetting {
  if (node?.kind !== 'scalar') return {};
  const severity = SEVERITIES.find(word => word === node.text);
  return severity ? { severity } : {};
}

const SEVERITIES: readonly RuleSeverity[] = ['off', 'info', 'warning', 'error'];

function optionOf({ key, value }: Entry, page: RulePage, faults: Fault[]): number | undefined {
  const known = Object.keys(('options' in page ? (page as Rule).options : undefined) ?? {});
  if (!known.includes(key.text)) {
    const advice = known.length > 0 ? say`It has ${listAnd(known)}.` : say`It has none, so take it out.`;
    const message = say`The rule "${page.id}" has no option "${shorten(key.text)}". ${advice}`;
    faults.push({ rule: 'bad-configuration', at: key, message, detail: `option ${page.id} ${key.text}` });
    return undefined;
  }
  if (value.kind === 'scalar' && typeof value.value === 'number' && Number.isFinite(value.value)) return value.value;
  const message = say`The option "${key.text}" of the rule "${page.id}" must be a number. Write it in digits.`;
  const at = value.kind === 'scalar' && !isEmpty(value) ? value : key;
  faults.push({ rule: 'bad-configuration', at, message, detail: `option ${page.id} ${key.text}` });
  return undefined;
}

function unknownRule(key: ScalarNode): Fault {
  const meant = nearest(key.text, ruleIds());
  const advice = meant ? say`Write "${meant}".` : say`The command "oneplan rules" lists all of them.`;
  const message = say`There is no rule "${shorten(key.text)}". ${advice}`;
  const fixes = meant ? [{ title: say`Write ${meant}`, safe: false, edits: [{ at: key, text: meant }] }] : [];
  return { rule: 'bad-configuration', at: key, message, fixes, detail: `rule ${key.text}` };
}
