/** Numbers that YAML reads otherwise than they are written: "007", "1E5", "1.10", "0x1F". */
import { say } from '../../text/say';
import type { ScalarNode } from '../tree/node';
import { written } from '../tree/written';
import type { Diagnosis } from './mistakes/mistake';

/**
 * What is lost when `node` is read as a number. A quantity is rewritten as a plain number, anything else (a code, an
 * edition, a minute) is a text that wants quotes.
 */
export function numberLook(node: ScalarNode, meant: 'quantity' | 'text'): Diagnosis | undefined {
  const { text, value } = node;
  if (typeof value !== 'number' || node.style !== 'plain' || !/^[-+]?[\d.]/.test(text)) return undefined;
  const plain = String(value);
  if (plain === text || !differs(text, value, meant)) return undefined;
  const asText = {
    text: `"${text}"`,
    title: say`Put the text in quotes`,
    advice: say`Put it in quotes to keep it as it is.`,
  };
  const canWrite = meant === 'quantity' && /^-?\d+(?:\.\d+)?$/.test(plain);
  const change = canWrite
    ? { text: plain, title: say`Write ${plain} for ${text}`, advice: say`Write ${plain}.` }
    : asText;
  return {
    mistake: 'number-read-differently',
    rule: 'read-differently',
    at: { from: node.from, to: node.to },
    message: say`${written(text)} is read as the number ${plain}. ${change.advice}`,
    repair: [{ from: node.from, to: node.to, text: change.text }],
    fix: { title: change.title, safe: true },
  };
}

function differs(text: string, value: number, meant: 'quantity' | 'text'): boolean {
  if (/^[-+]?0\d/.test(text) || /^0[ox]/.test(text)) return true;
  if (/[eE]/.test(text)) return true;
  if (/^[-+]?\d+$/.test(text) && !Number.isSafeInteger(value)) return true;
  // "71.50" as a quantity is 71.5: nothing is lost.
  return meant === 'text' && /^[-+]?\d+\.\d*0$/.test(text);
}

/** Whether a value at `path` (the keys that lead to it) counts something, and so is a number by right. */
export function isQuantity(path: readonly string[]): boolean {
  const key = path.at(-1) ?? '';
  return YEAR.test(key) || QUANTITIES.has(key) || path.at(-2) === 'funded_by' || path.at(-2) === 'caps';
}

const YEAR = /^\d{4}-\d{2}$/;
const QUANTITIES: ReadonlySet<string> = new Set(
  `wte vacancies value population days approvals likelihood impact amount limit exposure annual_cost
unitary_charge charge_ends pay_gap nhs council one_plan bcf_plan`.split(/\s+/),
);
