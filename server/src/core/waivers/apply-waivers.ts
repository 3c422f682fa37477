/** Removes waived findings from the report, and reports waivers that are malformed, expired or unused. */

import type { Fault, Finding, Fix } from '../finding';
import { limits } from '../limits';
import type { LineIndex } from '../text/line-index';
import { nearest } from '../text/nearest';
import { english, said, say } from '../text/say';
import { shorten } from '../text/words';
import { type CalendarDate, formatDate } from '../values/calendar';
import type { Waiver } from './waiver';

export interface WaivedFinding {
  readonly finding: Finding;
  readonly waiver: Waiver;
}

export interface WaiverOutcome {
  readonly findings: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  readonly faults: readonly Fault[];
}

/**
 * `known` holds the ids of all rules; `judged` says which of them this run evaluates: a waiver of any other is not
 * reported as unused. Without `today` no waiver expires.
 */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  lines: LineIndex,
  today: CalendarDate | undefined,
  known: ReadonlySet<string>,
  judged: (rule: string) => boolean,
): WaiverOutcome {
  if (waivers.length === 0) return { findings, waived: [], faults: [] };
  const lineOf = ({ at }: Finding) => lines.positionAt(at.start).line;
  const speaking = rulesByLine(findings, lineOf);
  const faults: Fault[] = [];
  for (const waiver of waivers) {
    if (faults.length > limits.findings) break;
    faults.push(...faultsOf(waiver, today, known, speaking.get(waiver.line) ?? new Set()));
  }
  const live = waivers.filter(waiver => isRight(waiver) && !isPast(waiver, today));
  const waiverOf = new Map<string, Waiver>();
  for (const waiver of live) {
    for (const { id } of waiver.rules) {
      const place = `${waiver.line} ${id}`;
      if (!waiverOf.has(place)) waiverOf.set(place, waiver);
    }
  }
  const used = new Set<string>();
  const waived: WaivedFinding[] = [];
  const left = findings.filter(finding => {
    const waiver = waiverOf.get(`${lineOf(finding)} ${finding.rule}`);
    if (!waiver) return true;
    used.add(`${waiver.at.start} ${finding.rule}`);
    waived.push({ finding, waiver });
    return false;
  });
  for (const waiver of live) {
    for (const [index, rule] of waiver.rules.entries()) {
      if (faults.length > 2 * limits.findings) break;
      if (known.has(rule.id) && judged(rule.id) && !used.has(`${waiver.at.start} ${rule.id}`))
        faults.push(unused(waiver, rule, index));
    }
  }
  return { findings: left, waived, faults };
}

function rulesByLine(findings: readonly Finding[], lineOf: (finding: Finding) => number): Map<number, Set<string>> {
  const rules = new Map<number, Set<string>>();
  for (const finding of findings) {
    const line = lineOf(finding);
    rules.set(line, (rules.get(line) ?? new Set()).add(finding.rule));
  }
  return rules;
}

function isRight({ misspelt, reason, badUntil }: Waiver): boolean {
  return misspelt === undefined && reason !== '' && badUntil === undefined;
}

function isPast(waiver: Waiver, today: CalendarDate | undefined): boolean {
  return waiver.until !== undefined && today !== undefined && waiver.until < today;
}

/** `there` holds the rules with findings on the waiver's line: an unknown rule name most likely means one of them. */
function faultsOf(
  waiver: Waiver,
  today: CalendarDate | undefined,
  known: ReadonlySet<string>,
  there: ReadonlySet<string>,
): readonly Fault[] {
  const { marker, rules, reason, reasonAt } = waiver;
  const faults: Fault[] = [];
  const bad = (at: Fault['at'], message: string, detail: string, fix?: Fix) =>
    faults.push({ rule: 'bad-waiver', at, message, detail, ...(fix && { fixes: [fix] }) });
  if (waiver.misspelt !== undefined) {
    const message = say`This comment waives nothing: a waiver starts with "oneplan-waive". Write that word here.`;
    // One cause, one finding: further faults are reported once the marker is right.
    bad(marker, message, `word ${waiver.misspelt}`, write('oneplan-waive', marker));
    return faults;
  }
  if (rules.length === 0) bad(marker, say`This waiver names no rule. ${said(FORM)}`, 'rule');
  for (const { id, at } of rules) {
    if (known.has(id)) continue;
    if (faults.length > limits.findings) break;
    const meant = nearest(id, there) ?? nearest(id, known);
    const advice = meant ? say`Write "${meant}".` : say`The rule's name stands in brackets after its finding.`;
    bad(
      at,
      say`There is no rule "${shorten(id)}" to waive. ${advice}`,
      id,
      meant !== undefined && there.has(meant) ? write(meant, at) : undefined,
    );
  }
  if (waiver.lacksColon) {
    const after = rules.at(-1)?.at.end ?? reasonAt.start;
    const colon = { title: say`Write a colon`, safe: false, edits: [{ at: { start: after, end: after }, text: ':' }] };
    const message = say`There is no colon between the rule and the reason of this waiver. Write one after the name of the rule.`;
    bad(reasonAt, message, 'colon', colon);
  } else if (reason === '' && rules.length > 0)
    bad(reasonAt, say`This waiver gives no reason. ${said(FORM)}`, 'reason');
  if (waiver.badUntil !== undefined) {
    const message = say`This waiver ends on "${shorten(waiver.badUntil)}", which is not a date. Write the day like 2019-03-31.`;
    bad(waiver.badUntil === '' ? marker : waiver.untilAt, message, 'until');
  }
  if (isPast(waiver, today)) {
    const waived = rules.map(rule => `"${rule.id}"`).join(', ');
    const message = say`The waiver of ${waived} ended on ${formatDate(waiver.until ?? '')}. Put right what it was for, or agree a new date and reason.`;
    faults.push({ rule: 'expired-waiver', at: waiver.untilAt, message, detail: waived });
  }
  return faults;
}

function write(text: string, at: Fault['at']): Fix {
  return { title: say`Write ${text}`, safe: false, edits: [{ at, text }] };
}

const FORM = english`Write "# oneplan-waive deadline-past-limit: the reason (owner, until 2019-03-31)".`;

function unused(waiver: Waiver, rule: Waiver['rules'][number], index: number): Fault {
  const message = say`Nothing on the line that it is for needs the waiver of "${rule.id}". Take it out.`;
  const fixes = [
    { title: say`Take the waiver out`, safe: false, edits: [{ at: placeToRemove(waiver, rule, index), text: '' }] },
  ];
  return { rule: 'unused-waiver', at: rule.at, message, fixes, detail: `${rule.id} ${waiver.reason}` };
}

/** The span to remove: the whole waiver, or one of its rules with one adjacent comma. */
function placeToRemove(waiver: Waiver, rule: Waiver['rules'][number], index: number): Fault['at'] {
  const before = waiver.rules[index - 1];
  const after = waiver.rules[index + 1];
  if (after) return { start: rule.at.start, end: after.at.start };
  return before ? { start: before.at.end, end: rule.at.end } : waiver.whole;
}
