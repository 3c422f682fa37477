/** Rows → schemes. The templates repeat a scheme on a row for each source of its money: such rows are summed, and it is said. */

import { freeId } from '../text/id-words';
import { areNear, foldName, tellingWords } from '../text/near-names';
import { listAnd, say } from '../text/say';
import { shorten } from '../text/words';
import { formatMoney } from '../values/money';
import type { Columns } from './columns';
import type { SchemeRow } from './scheme-rows';
import type { SheetFinding } from './sheet';

export interface ImportedScheme {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly provider: string;
  readonly lead: string;
  /** Pence. */
  readonly amount: number | undefined;
  readonly rows: readonly number[];
}

export function gatherSchemes(
  rows: readonly SchemeRow[],
  columns: Columns,
  findings: SheetFinding[],
): readonly ImportedScheme[] {
  const groups = new Map<string, SchemeRow[]>();
  let last: SchemeRow[] | undefined;
  for (const row of rows) {
    const key = keyOf(row, columns);
    const group = key === undefined ? last : (groups.get(key) ?? []);
    if (!group) {
      findings.push(nobodys(row, columns));
      continue;
    }
    group.push(row);
    if (key !== undefined) groups.set(key, group);
    last = group;
  }
  const taken = new Set<string>();
  return [...groups.values()].map((group, index) => schemeOf(group, index, taken, columns, findings));
}

/** Rows are of one scheme when they have one id, or one name where there are no ids; without both they go on with the row above. */
function keyOf({ id, name }: SchemeRow, { of }: Columns): string | undefined {
  if (of.has('id') && id !== '') return `id ${id.toLowerCase()}`;
  return name === '' ? undefined : `name ${foldName(name)}`;
}

function schemeOf(
  group: readonly SchemeRow[],
  index: number,
  taken: Set<string>,
  columns: Columns,
  findings: SheetFinding[],
): ImportedScheme {
  const first = (read: (row: SchemeRow) => string) => group.map(read).find(text => text !== '') ?? '';
  const written = first(({ id }) => id);
  const id = freeId(plainId(written) ?? String(index + 1), other => taken.has(other));
  taken.add(id);
  const name = first(row => row.name) || written;
  const amounts = group.flatMap(({ amount }) => amount ?? []);
  const amount = amounts.length === 0 ? undefined : amounts.reduce((sum, pence) => sum + pence, 0);
  const row = group[0]?.row;
  const tell = (severity: SheetFinding['severity'], field: 'id' | 'name' | 'amount', message: string) =>
    findings.push({ severity, row, column: columns.of.get(field), message });
  if (written === '' && columns.of.has('id'))
    tell('warning', 'id', say`Scheme "${shorten(name)}" has no id, so it was given "${id}". Write the id that it had.`);
  else if (written !== '' && id !== written)
    tell(
      'warning',
      'id',
      say`The id "${shorten(written)}" was written as "${id}", because an id has letters, digits, and . _ / - only. Check it.`,
    );
  if (first(item => item.name) === '')
    tell('warning', 'name', say`Scheme "${shorten(written)}" has no name, so its id stands for it. Write its name.`);
  if (amount === undefined && !group.some(({ isSpoiled }) => isSpoiled))
    tell('error', 'amount', say`Scheme "${shorten(name)}" has no amount. Write what it held.`);
  if (group.length > 1) tellOfSeveral(group, name, amount, tell);
  return {
    id,
    name,
    description: first(item => item.description),
    provider: listed(group.map(item => item.provider)),
    lead: first(item => item.lead),
    amount,
    rows: group.map(item => item.row),
  };
}

function tellOfSeveral(
  group: readonly SchemeRow[],
  name: string,
  amount: number | undefined,
  tell: (severity: SheetFinding['severity'], field: 'name' | 'amount', message: string) => void,
): void {
  const rows = listAnd(group.map(({ row }) => String(row)));
  const sources = [...new Set(group.map(({ source }) => source).filter(source => source !== ''))];
  const why =
    sources.length > 1
      ? say`, one for each source of its money (${listAnd(sources.map(source => shorten(source)))})`
      : '';
  const money = amount === undefined ? '' : say`, together ${formatMoney(amount)}`;
  tell('info', 'amount', say`Scheme "${shorten(name)}" stands on rows ${rows}${why}${money}. They were made one.`);
  const words = tellingWords(name);
  for (const row of group) {
    if (row.name === '' || foldName(row.name) === foldName(name) || areNear(words, tellingWords(row.name))) continue;
    const message = say`Row ${row.row} has the same id and another name, "${shorten(row.name)}". Give it an id of its own if it is another scheme.`;
    tell('warning', 'name', message);
  }
}

function nobodys(row: SchemeRow, { of }: Columns): SheetFinding {
  const money = row.amount === undefined ? say`This row` : say`${formatMoney(row.amount)} on this row`;
  const message = say`${money} belongs to no scheme, because nothing stands above it. Write the name of its scheme.`;
  return { severity: 'error', row: row.row, column: of.get('name'), message };
}

/** The id as an old plan may write it. */
function plainId(written: string): string | undefined {
  const id = written
    .trim()
    .replace(/\s+/g, '-')
    .replace(/[^A-Za-z0-9._/-]/g, '')
    .replace(/^[^A-Za-z0-9]+/, '');
  return id === '' ? undefined : id;
}

function listed(texts: readonly string[]): string {
  return [...new Set(texts.filter(text => text !== ''))].join('; ');
}
