/**
 * Parses a settings file and validates it against its schema: its tree, and its faults of syntax and form under one
 * rule.
 */

import type { Fault } from '../finding';
import { dataOf } from '../schema/data-of';
import { explain } from '../schema/explain-fault';
import type { PlanSchemaFile } from '../schema/plan-schema.generated';
import { shapeOfFile } from '../schema/shape';
import type { Validator } from '../schema/validators.generated';
import { parse } from '../syntax/parse';
import type { MapNode } from '../syntax/tree/node';
import { say } from '../text/say';

export interface FormReading {
  readonly root: MapNode;
  /** Faults so far; the caller adds its own. */
  readonly faults: Fault[];
}

/** Reads `text`; `called` begins messages about the whole file. */
export function readForm(text: string, schema: PlanSchemaFile, validate: Validator, called: string): FormReading {
  const { root, other, faults: read } = parse(text);
  const faults = read.map(underOneRule);
  if (other) {
    const message = say`${called} must be made of keys and values, such as "${Object.keys(shapeOfFile(schema).schema.properties ?? {})[0]}:". Write one key on each line.`;
    faults.push({ rule: 'bad-configuration', at: other, message });
    return { root, faults };
  }
  if (validate(dataOf(root))) return { root, faults };
  const spoken = new Set(faults.map(({ at }) => at.start));
  for (const error of validate.errors ?? []) {
    const fault = explain(error, root, shapeOfFile(schema), { kind: 'file', key: called });
    if (!fault || (fault.rule !== 'missing-key' && spoken.has(fault.at.start))) continue;
    spoken.add(fault.at.start);
    faults.push(underOneRule(fault));
  }
  return { root, faults };
}

function underOneRule(fault: Fault): Fault {
  if (fault.rule === 'read-differently') return fault;
  const detail = [fault.rule, fault.detail ?? ''].filter(part => part !== '').join(' ');
  return { ...fault, rule: 'bad-configuration', detail };
}
