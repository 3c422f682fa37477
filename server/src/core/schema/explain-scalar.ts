/** The fault of a single value in an author's words: a word that is not in its list, an amount, date or id in a wrong form. */

import type { Fault, Fix } from '../finding';
import type { ScalarNode } from '../syntax/tree/node';
import { type CollectionStyle, isPlain, writeText } from '../syntax/tree/write-scalar';
import { idMeant, idWithLetterFirst } from '../text/id-words';
import { english, listAnd, listOr, said, say } from '../text/say';
import { wordMeant } from '../text/word-meant';
import { shorten } from '../text/words';
import { readDate, readYear } from '../values/calendar';
import { formatMoney, readMoney } from '../values/money';
import { isPlaceholder } from '../values/placeholder';
import { asListed, listedMeant, readNumber, readYesNo } from '../values/yes-no';
import type { FaultPlace, FormFault } from './fault-place';
import { keepOne, valuesIn } from './several-values';

/** `undefined` for a placeholder where the format has a word for what is still open: a rule asks for the answer. */
export function unknownValue(node: ScalarNode, place: FaultPlace): Fault | undefined {
  const { shape, called, key, surroundings } = place;
  const listed = (shape.schema.enum ?? []).map(String);
  if (listed.some(isPlaceholder) && isPlaceholder(node.text)) return undefined;
  const values = valuesIn(node.text).map(asListed);
  if (values.length > 1 && values.every(value => listed.includes(value))) return severalListed(node, values, place);
  const yesNo = shape.schema['x-form'] === 'yes-no' ? readYesNo(node.text) : undefined;
  const short = listedMeant(node.text);
  const meant = yesNo?.toString() ?? (listed.includes(short) ? short : wordMeant(node.text, listed));
  const advice = meant ? say`Write "${meant}".` : say`Choose ${listOr(listed)}.`;
  const message =
    shape.schema['x-form'] === 'yes-no'
      ? say`${called} has "${shorten(node.text)}" where ${listOr(listed)} belongs. ${advice}`
      : say`${called} has "${shorten(node.text)}" under "${key}", which is not in the list. ${advice}`;
  const same = meant !== undefined && (yesNo !== undefined || meant === short);
  const fixes = meant ? [replaceScalar(node, meant, surroundings, same ? 'safe' : 'judgement', 'as is')] : [];
  return { rule: 'unknown-value', at: node, message, fixes };
}

/** Several listed values in one, each of them right. */
function severalListed(node: ScalarNode, values: readonly string[], place: FaultPlace): Fault {
  const { called, key, inList, surroundings } = place;
  const written = shorten(node.text);
  if (!inList) {
    const message = say`${called} has "${written}" under "${key}", where only one can stand. Write ${listOr(values)}.`;
    return { rule: 'unknown-value', at: node, message, fixes: keepOne(node, values, surroundings) };
  }
  const message = say`${called} has "${written}" as one entry of "${key}". Make each an entry of its own: ${listAnd(values)}.`;
  const text = values.join(', ');
  const fixes =
    surroundings === 'flow' ? [{ title: say`Write ${text}`, safe: false, edits: [{ at: node, text }] }] : [];
  return { rule: 'unknown-value', at: node, message, fixes };
}

interface RightForm {
  readonly rule: string;
  /** What belongs here, after "where". */
  readonly needs: string;
  /** What to write, after "Write". */
  readonly example: string;
}

const RIGHT_FORM: Readonly<Record<string, RightForm>> = {
  money: { rule: 'bad-money', needs: english`an amount`, example: english`an amount like £1.2m, £850k or £1,250,000` },
  date: { rule: 'bad-date', needs: english`a date`, example: english`a day like 2018-03-31` },
  year: { rule: 'bad-year', needs: english`a financial year`, example: english`a year like 2017-18` },
  id: {
    rule: 'bad-id',
    needs: english`an id`,
    example: english`small letters, digits and dashes, like falls-response`,
  },
  'yes-no': { rule: 'wrong-type', needs: english`true or false`, example: english`true or false` },
  whole: { rule: 'wrong-type', needs: english`a whole number`, example: english`a whole number` },
  number: { rule: 'wrong-type', needs: english`a number`, example: english`a number without units` },
  reference: {
    rule: 'wrong-type',
    needs: english`an id`,
    example: english`the id of what is meant, as it stands elsewhere in the plan`,
  },
  person: { rule: 'wrong-type', needs: english`a person`, example: english`the id of a person from "people"` },
};
const TEXT: RightForm = { rule: 'wrong-type', needs: english`text`, example: english`words, or put it in quotes` };
const OLD_ID: RightForm = {
  rule: 'bad-id',
  needs: english`the id of an old scheme`,
  example: english`letters, digits, dots, slashes and dashes, like NY-03`,
};

/** A value whose form is wrong for `place.shape`, with what was meant where that can be told. */
export function wrongScalar(node: ScalarNode, place: FaultPlace): FormFault {
  const form = place.shape.schema['x-form'] ?? 'text';
  const right = place.shape.def === 'bcf-scheme-id' ? OLD_ID : (RIGHT_FORM[form] ?? TEXT);
  if (typeof node.value === 'boolean' && right === TEXT) return notText(node, place);
  const { meant, certain, why } = meaning(node, form, place);
  const worded = (value: string | undefined) => formFault(node, place, right, { meant: value, certain, why });
  const fault = worded(meant);
  // An id in quotes is the author's own.
  return form === 'id' && meant !== undefined && !meant.startsWith('"')
    ? { ...fault, proposes: { id: meant, worded } }
    : fault;
}

function formFault(node: ScalarNode, place: FaultPlace, right: RightForm, { meant, certain, why }: Meaning): Fault {
  const form = place.shape.schema['x-form'];
  const example = say`Write ${rangeOf(place) ?? said(right.example)}.`;
  const open = form === 'money' && isPlaceholder(node.text);
  const toDo = open ? say`Leave it empty until the amount is known, or write £0 if it is nothing.` : example;
  const advice = meant === undefined ? toDo : say`Write ${meant}.`;
  const written = shorten(node.text);
  const message = why
    ? say`${place.called} has "${written}" where ${said(right.needs)} belongs, which ${why}. ${advice}`
    : say`${place.called} has "${written}" where ${said(right.needs)} belongs. ${advice}`;
  const fixes =
    meant === undefined
      ? []
      : [replaceScalar(node, meant, place.surroundings, certain ? 'safe' : 'judgement', 'as is')];
  return { rule: right.rule, at: node, message, fixes };
}

/** `name: true`: the word is a text to its author, and YAML reads yes or no. */
function notText(node: ScalarNode, { called, surroundings }: FaultPlace): Fault {
  const message = say`${called} has ${node.text} where text belongs, and without quotes that is read as yes or no. Write "${node.text}", with the quotes.`;
  const fixes = [replaceScalar(node, `"${node.text}"`, surroundings, 'safe', 'as is')];
  return { rule: 'wrong-type', at: node, message, fixes };
}

interface Meaning {
  /** What the author meant, in the right form. */
  readonly meant?: string | undefined;
  /** Whether that is the one right answer. */
  readonly certain?: boolean | undefined;
  /** What is wrong with it beyond its form, after "which". */
  readonly why?: string | undefined;
}

function meaning(node: ScalarNode, form: string, place: FaultPlace): Meaning {
  switch (form) {
    case 'money':
      return meantMoney(node, place.surroundings);
    case 'date':
      return meantDate(node.text, place.key);
    case 'year': {
      const reading = readYear(node.text);
      if ('year' in reading) return {};
      return reading.suggestion ? { meant: reading.suggestion, certain: true } : { why: reading.fault ?? '' };
    }
    case 'id': {
      const id = place.shape.def === 'bcf-scheme-id' ? undefined : idMeant(node.text);
      // The letters are right, and YAML reads another kind of value ("true").
      if (id === node.text) return { meant: `"${id}"`, certain: true };
      if (id) return { meant: id };
      const turned = place.shape.def === 'bcf-scheme-id' ? undefined : idWithLetterFirst(node.text);
      return turned ? { meant: turned, why: say`does not start with a letter` } : {};
    }
    case 'yes-no': {
      const answer = readYesNo(node.text);
      return answer === undefined ? {} : { meant: String(answer), certain: true };
    }
    case 'number':
    case 'whole':
      return meantNumber(node.text, place);
    default:
      return {};
  }
}

function meantMoney(node: ScalarNode, surroundings: CollectionStyle): Meaning {
  if (/^(?:nil|none|zero|nought)$/i.test(node.text)) return { meant: '£0' };
  if (/^\d{1,3}\.\d{1,3}$/.test(node.text))
    return { meant: `£${node.text}m`, why: say`does not say whether it counts millions` };
  const reading = readMoney(node.text);
  const meant = 'pence' in reading ? formatMoney(reading.pence) : reading.suggestion;
  if (meant === undefined) return 'fault' in reading && reading.fault ? { why: reading.fault } : {};
  return { meant: surroundings === 'flow' ? meant.replaceAll(',', '') : meant, certain: true };
}

function meantDate(text: string, key: string): Meaning {
  const reading = readDate(text);
  if ('date' in reading) return {};
  if (reading.suggestion) return { meant: reading.suggestion, certain: true };
  const why = reading.fault ? { why: reading.fault } : {};
  const meant = (STARTS.has(key) ? reading.from : undefined) ?? reading.perhaps;
  return meant ? { ...why, meant } : why;
}

/** Keys of the first day of something: of a month or a year, its first day is meant there, and elsewhere its last. */
const STARTS: ReadonlySet<string> = new Set(['from', 'starts', 'opens']);

function meantNumber(text: string, { shape }: FaultPlace): Meaning {
  const number = readNumber(text);
  if (number === undefined || (shape.schema['x-form'] === 'whole' && !Number.isInteger(number))) return {};
  const { minimum = -Infinity, maximum = Infinity } = shape.schema;
  return minimum <= number && number <= maximum ? { meant: String(number), certain: true } : {};
}

function rangeOf({ shape }: FaultPlace): string | undefined {
  const { minimum, maximum } = shape.schema;
  const form = shape.schema['x-form'];
  if (shape.def === 'version') return '1';
  if (minimum === undefined || (form !== 'whole' && form !== 'number')) return undefined;
  const number = form === 'whole' ? say`a whole number` : say`a number`;
  return maximum === undefined ? say`${number}, ${minimum} or more` : say`${number} from ${minimum} to ${maximum}`;
}

/** A fix that puts `text` in the place of `node`: as it is where YAML reads it so (or it is quoted), else in quotes. */
export function replaceScalar(
  node: ScalarNode,
  text: string,
  surroundings: CollectionStyle,
  certainty: 'safe' | 'judgement',
  form: 'text' | 'as is' = 'text',
): Fix {
  const asIs = text.startsWith('"') || isPlain(text, surroundings) ? text : `"${text}"`;
  const written = form === 'as is' ? asIs : writeText(text, surroundings);
  return { title: say`Write ${written}`, safe: certainty === 'safe', edits: [{ at: node, text: written }] };
}
