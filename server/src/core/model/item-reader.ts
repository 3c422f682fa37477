/**
 * Reads the keys of one item into fields. Never complains: what is wrong with a value is said by the schema. What is made
 * for each item is written out key by key: an object that starts with a spread has a shape of its own in V8, and a plan
 * has thousands of items.
 */

import { type Entry, isEmpty, ListNode, MapNode, type Node, Origin, Place, type ScalarNode } from '../syntax/tree/node';
import { said, say } from '../text/say';
import type { Span } from '../text/span';
import { type CalendarDate, readYear } from '../values/calendar';
import { readMoney } from '../values/money';
import { isPlaceholder } from '../values/placeholder';
import { dateMeant, listedMeant, readNumber, readYesNo, yearMeant } from '../values/yes-no';
import type { Amounts, Field, YearAmount } from './field';

/** An item of a list, or a section that is one item. */
export interface Item {
  readonly node: MapNode;
  readonly id: Field<string>;
  /** How a message calls it: `Scheme "Falls response service"`. */
  readonly called: string;
  /** The item's own name, or its first key: where to point when something is missing. */
  readonly at: Span;
}

/** A person in charge: a reference to one of the plan's people. */
export interface Lead extends Field<string> {
  /** Nobody yet: absent, empty, or a placeholder such as "TBC". */
  readonly unassigned: boolean;
}

export class ItemReader {
  readonly at: Span;
  readonly called: string;
  private absent: Field<never> | undefined;

  /** `noun` is how messages call such an item, `nameKey` the key that holds its name; `at` stands in for a name. */
  constructor(
    readonly node: MapNode,
    noun: string,
    nameKey: string,
    at?: Span,
    /** Whether the author wrote anything where the item belongs. */
    readonly given = true,
  ) {
    const name = node.entry(nameKey);
    const id = node.entry('id');
    const named = filled(name) ?? filled(id);
    const first = node.entries[0];
    this.at = at ?? named?.value ?? first?.key ?? new Place(node.origin, node.from, node.from);
    this.called = named ? `${said(noun)} "${shown(named.value)}"` : say`${said(noun)} without a name`;
  }

  get id(): Field<string> {
    return this.text('id');
  }

  field<T>(key: string, read: (node: Node) => T | undefined): Field<T> {
    const entry = this.node.entry(key);
    if (!entry) return this.nothing();
    const empty = isEmpty(entry.value);
    return {
      value: empty ? undefined : read(entry.value),
      given: !empty,
      written: entry.value.kind === 'scalar' ? entry.value.text : undefined,
      at: empty && entry.value.start === entry.value.end ? entry.key : entry.value,
      key: entry.key,
      node: entry.value,
    };
  }

  /** What every key that is absent reads as: most items leave most keys out. */
  private nothing(): Field<never> {
    this.absent ??= {
      value: undefined,
      given: false,
      written: undefined,
      at: this.at,
      key: undefined,
      node: undefined,
    };
    return this.absent;
  }

  text(key: string): Field<string> {
    return this.field(key, node => (node.kind === 'scalar' ? node.text : undefined));
  }

  /** A text that is missing when it only holds a place ("TBC"). */
  settled(key: string): Field<string> {
    return this.field(key, settledText);
  }

  /** A listed value, in the letters of the format. The schema reports one that is not in the list; a rule compares with those that are. */
  listed<T extends string>(key: string): Field<T> {
    return this.field(key, node => (node.kind === 'scalar' ? (listedMeant(node.text) as T) : undefined));
  }

  money(key: string): Field<number> {
    return this.field(key, penceOf);
  }

  date(key: string): Field<CalendarDate> {
    return this.field(key, dateOf);
  }

  number(key: string): Field<number> {
    return this.field(key, numberOf);
  }

  yesNo(key: string): Field<boolean> {
    return this.field(key, node => (node.kind === 'scalar' ? readYesNo(node.text) : undefined));
  }

  /** Any value that is there: for keys whose shape a rule does not look into. */
  present(key: string): Field<true> {
    return this.field(key, node => (node.kind === 'scalar' && isPlaceholder(node.text) ? undefined : true));
  }

  lead(key: string): Lead {
    const { value, given, written, at, key: name, node } = this.text(key);
    const unassigned = value === undefined ? !given : isPlaceholder(value);
    return { value, given, written, at, key: name, node, unassigned };
  }

  /** The entries of a list of references or texts; a single value counts as a list of one. */
  list(key: string): readonly Field<string>[] {
    const node = this.node.get(key);
    if (!node || isEmpty(node)) return [];
    const items = node instanceof ListNode ? node.items : [node];
    return items.flatMap(item => (item.kind === 'scalar' && !isEmpty(item) ? [textField(item)] : []));
  }

  /** The mappings of a list, or a single mapping. */
  maps(key: string): readonly MapNode[] {
    const node = this.node.get(key);
    const items = node instanceof ListNode ? node.items : node ? [node] : [];
    return items.filter(item => item instanceof MapNode);
  }

  map(key: string): MapNode | undefined {
    const node = this.node.get(key);
    return node instanceof MapNode ? node : undefined;
  }

  /** A mapping within the item; reads as empty where it is absent. */
  nested(key: string): ItemReader {
    const field = this.field(key, () => true);
    return new ItemReader(this.map(key) ?? NOTHING, '', '', field.key ?? field.at, field.given);
  }

  amounts(key: string): Amounts {
    return readAmounts(this.node.entry(key), this.at);
  }
}

const NOTHING = new MapNode(new Origin(), 0, 0, [], 'block');

/** A reference or text as a field of its own. */
export function textField(node: ScalarNode): Field<string> {
  return { value: node.text, given: true, written: node.text, at: node, key: undefined, node };
}

/** The amount in pence that is written; `undefined` where it cannot be read. */
export function penceOf(node: Node): number | undefined {
  if (node.kind !== 'scalar') return undefined;
  const reading = readMoney(node.text);
  return 'pence' in reading ? reading.pence : undefined;
}

function dateOf(node: Node): CalendarDate | undefined {
  return node.kind === 'scalar' ? dateMeant(node.text) : undefined;
}

/** The number that is written or certainly meant. */
export function numberOf(node: Node): number | undefined {
  if (node.kind !== 'scalar') return undefined;
  const number = typeof node.value === 'number' ? node.value : readNumber(node.text);
  return Number.isFinite(number) ? number : undefined;
}

function settledText(node: Node): string | undefined {
  return node.kind === 'scalar' && !isPlaceholder(node.text) ? node.text : undefined;
}

function filled(entry: Entry | undefined): Entry | undefined {
  return entry && !isEmpty(entry.value) && entry.value.kind === 'scalar' ? entry : undefined;
}

/** A name as messages show it: on one line, and not longer than a message can bear. */
function shown(node: Node): string {
  const text = node.kind === 'scalar' ? node.text.replace(/\s+/g, ' ').trim() : '';
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function readAmounts(entry: Entry | undefined, fallback: Span): Amounts {
  if (!entry || isEmpty(entry.value)) return amountsOf(entry?.key ?? fallback, [], 'years known');
  if (!(entry.value instanceof MapNode)) return amountsOf(entry.value, [], 'years unknown');
  const years = entry.value.entries.map(yearAmount);
  const known = years.every(({ year }) => 'year' in readYear(year));
  return amountsOf(entry.key, years, known ? 'years known' : 'years unknown');
}

function yearAmount({ key, value }: Entry): YearAmount {
  const empty = isEmpty(value);
  const money: Field<number> = {
    value: empty ? undefined : penceOf(value),
    given: !empty,
    written: value.kind === 'scalar' ? value.text : undefined,
    at: empty ? key : value,
    key,
    node: value,
  };
  return { year: yearMeant(key.text), key, money };
}

/** Where a year is written wrongly nobody can tell which year its amount belongs to: then every year may have one. */
function amountsOf(at: Span, years: readonly YearAmount[], known: 'years known' | 'years unknown'): Amounts {
  const find = (year: string) => years.find(amount => amount.year === year);
  const unknown = known === 'years unknown';
  return {
    at,
    given: years.length > 0 || unknown,
    years,
    spoiled: unknown || years.some(({ money }) => money.given && money.value === undefined),
    has: year => find(year)?.money.given === true || unknown,
    in: year => {
      const amount = find(year);
      if (amount?.money.given) return amount.money.value;
      return unknown ? undefined : 0;
    },
  };
}
