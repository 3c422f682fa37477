/**
 * Faults that the schema of a framework file cannot express: unknown rules, impossible dates, and dates in the wrong
 * order.
 */

import type { Fault } from '../finding';
import { ruleIds } from '../rules/index';
import { ListNode, MapNode, type Node, type ScalarNode } from '../syntax/tree/node';
import { nearest } from '../text/nearest';
import { say } from '../text/say';
import { shorten } from '../text/words';
import { formatDate, readDate } from '../values/calendar';

/** The faults in the framework `root`, in text order. */
export function frameworkSlips(root: MapNode): readonly Fault[] {
  const fastArea = root.get('fast_area');
  const milestones = valuesOf(root.get('milestones'));
  const conditions = valuesOf(root.get('conditions'));
  const severities = root.get('severities');
  const dates = [
    under(root, 'last_date'),
    under(fastArea, 'earliest'),
    under(fastArea, 'latest'),
    ...milestones.map(milestone => under(milestone, 'by')),
  ];
  const rules = [
    ...conditions.flatMap(condition => scalarsIn(condition instanceof MapNode ? condition.get('rules') : undefined)),
    ...(severities instanceof MapNode ? severities.entries.map(({ key }) => key) : []),
  ];
  return [...dates.flatMap(noSuchDay), ...rules.flatMap(noSuchRule), ...wrongWayRound(fastArea)];
}

function noSuchRule(rule: ScalarNode): readonly Fault[] {
  if (ruleIds().has(rule.text)) return [];
  const meant = nearest(rule.text, ruleIds());
  const advice = meant ? say`Write "${meant}".` : say`The command "oneplan rules" lists all of them.`;
  const message = say`There is no rule "${shorten(rule.text)}". ${advice}`;
  const fixes = meant ? [{ title: say`Write ${meant}`, safe: false, edits: [{ at: rule, text: meant }] }] : [];
  return [{ rule: 'bad-configuration', at: rule, message, fixes, detail: `rule ${rule.text}` }];
}

/** A well-formed date that does not exist; other forms are reported by the schema. */
function noSuchDay(day: ScalarNode | undefined): readonly Fault[] {
  if (!day || !/^\d{4}-\d{2}-\d{2}$/.test(day.text) || 'date' in readDate(day.text)) return [];
  const message = say`"${day.text}" is not a day of the calendar. Write one like 2020-12-31.`;
  return [{ rule: 'bad-configuration', at: day, message, detail: `day ${day.text}` }];
}

function wrongWayRound(fastArea: Node | undefined): readonly Fault[] {
  const earliest = under(fastArea, 'earliest');
  const latest = under(fastArea, 'latest');
  const isDay = (day: ScalarNode | undefined): day is ScalarNode => day !== undefined && 'date' in readDate(day.text);
  if (!isDay(earliest) || !isDay(latest) || earliest.text <= latest.text) return [];
  const message = say`"fast_area" of the framework ends on ${formatDate(latest.text)}, before it begins on ${formatDate(earliest.text)}. Change one of the two days.`;
  return [{ rule: 'bad-configuration', at: latest, message, detail: 'fast_area' }];
}

/** A list may be given alone, or under "values" with its standing and source. */
function valuesOf(node: Node | undefined): readonly Node[] {
  const list = node instanceof MapNode ? node.get('values') : node;
  return list instanceof ListNode ? list.items : [];
}

function scalarsIn(node: Node | undefined): readonly ScalarNode[] {
  return node instanceof ListNode ? node.items.filter(item => item.kind === 'scalar') : [];
}

function under(node: Node | undefined, key: string): ScalarNode | undefined {
  const value = node instanceof MapNode ? node.get(key) : undefined;
  return value?.kind === 'scalar' && value.value !== null ? value : undefined;
}
