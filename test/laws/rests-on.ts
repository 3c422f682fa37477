/**
 * What findings rest on. One cause gives one finding: where a value cannot be read, what rests on it is left open until it
 * is put right, and the fault at the value speaks. What a rule says that it rests on, and only that, may silence it elsewhere.
 */
import { rulePages } from '../../server/src/core/index';

const restsOn = new Map(rulePages().map(page => [page.id, new Set(page.restsOn)]));

/** Whether findings of `rule` may go when a value under `key` cannot be read. */
export function mayRestOn(rule: string, key: string): boolean {
  return restsOn.get(rule)?.has(key) ?? false;
}

/** The key of a place in a plan as rules write it in `restsOn`: `budget/lines/amounts` of the amount of one year. */
export function keyOf(path: readonly string[]): string {
  return path
    .filter(step => !/^\d/.test(step))
    .map(step => step.toLowerCase().replaceAll(' ', '_'))
    .join('/')
    .replace(/^services\/[a-z-]+\//, 'services/*/')
    .replace(/(funded_by|caps|incorporates\/schemes)\/.*/, '$1');
}
