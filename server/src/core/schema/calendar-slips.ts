/**
 * Days that no calendar has and years that do not follow each other: they have the right form, so that the validators
 * let them pass. Only what looks like a date or a financial year is looked at.
 */

import type { Entry, Node } from '../syntax/tree/node';
import { readDate, readYear } from '../values/calendar';

export interface CalendarSlip {
  /** Keys and indices from the unit down; a key at fault is the last of them. */
  readonly path: readonly string[];
  readonly which: 'value' | 'key';
  /** The form of the format that it has the look of. */
  readonly form: 'date' | 'year';
}

/** What looks like a date or a year in `unit` and is none; entries for which `skip` holds are left out. */
export function calendarSlips(unit: Node, skip?: (entry: Entry) => boolean): readonly CalendarSlip[] {
  const slips: CalendarSlip[] = [];
  visit(unit, [], skip, slips);
  return slips;
}

function visit(
  node: Node,
  path: readonly string[],
  skip: ((entry: Entry) => boolean) | undefined,
  slips: CalendarSlip[],
): void {
  if (node.kind === 'scalar') {
    const form = slipOf(node.text);
    if (form) slips.push({ path, which: 'value', form });
    return;
  }
  if (node.kind === 'list') {
    node.items.forEach((item, index) => {
      visit(
        item,
        item.kind === 'scalar' && !looksLikeOne(item.text) ? path : [...path, String(index)],
        undefined,
        slips,
      );
    });
    return;
  }
  for (const entry of node.entries) {
    const { key, value } = entry;
    const form = slipOf(key.text);
    if (form) slips.push({ path: [...path, key.text], which: 'key', form });
    if (value.kind === 'scalar' ? looksLikeOne(value.text) : !skip?.(entry)) {
      visit(value, [...path, key.text], undefined, slips);
    }
  }
}

/** Cheap enough to ask of every value: seven or ten characters with a hyphen after the fourth. */
function looksLikeOne(text: string): boolean {
  return (text.length === 7 || text.length === 10) && text.charCodeAt(4) === 45;
}

function slipOf(text: string): CalendarSlip['form'] | undefined {
  if (!looksLikeOne(text)) return undefined;
  if (text.length === 10) return /^\d{4}-\d{2}-\d{2}$/.test(text) && !('date' in readDate(text)) ? 'date' : undefined;
  return /^\d{4}-\d{2}$/.test(text) && !('year' in readYear(text)) ? 'year' : undefined;
}
