/** What an old plan is of: place, year and title, as the author says or as the rows above the headings do. */

import { isNameOf, placesNamed, placeWithCode, type ReferencePlace } from '../reference/places';
import { say } from '../text/say';
import { shorten } from '../text/words';
import { type FinancialYear, readYear } from '../values/calendar';
import { cellOf, type SheetFinding, type SheetRow } from './sheet';

export interface AboutPlan {
  readonly title: string;
  readonly place: { readonly code: string; readonly name: string };
  readonly year: string;
}

/** What the author says of the old plan, where they do. */
export interface SaidOfPlan {
  readonly title: string | undefined;
  /** Name or code. */
  readonly place: string | undefined;
  readonly year: string | undefined;
}

/** `above` are the rows before the data. What is not known is left empty, and told. */
export function aboutPlan(said: SaidOfPlan, above: readonly SheetRow[], findings: SheetFinding[]): AboutPlan {
  const tell = (message: string) => findings.push({ severity: 'error', row: undefined, column: undefined, message });
  const cells = above.flatMap(row => row.cells.map((_, index) => cellOf(row, index)));
  const year = said.year === undefined ? yearIn(cells) : theYear(said.year);
  if (year === undefined)
    tell(
      said.year === undefined
        ? say`The sheet does not say of which year the plan is. Give it with --year 2016-17.`
        : say`"${shorten(said.year)}" is not a financial year. Write it like 2016-17.`,
    );
  const found = said.place === undefined ? placesIn(cells) : placesCalled(said.place);
  const place = inYear(found, year);
  if (place === undefined) {
    tell(
      said.place === undefined
        ? say`The sheet does not say of which place the plan is. Give its name or code with --place "North Yorkshire".`
        : say`"${shorten(said.place)}" is no place with a health and wellbeing board. Give its name or code, like --place E10000023.`,
    );
  }
  const title =
    said.title ?? [place?.name, say`Better Care Fund plan`, year].filter(part => part !== undefined).join(' ');
  return { title, place: { code: place?.code ?? '', name: place?.name ?? said.place ?? '' }, year: year ?? '' };
}

function theYear(written: string): FinancialYear | undefined {
  const reading = readYear(written.trim());
  return 'year' in reading ? reading.year : reading.suggestion;
}

/** The one year that the cells name; `undefined` where they name none, or several. */
function yearIn(cells: readonly string[]): FinancialYear | undefined {
  const years = cells.flatMap(cell =>
    [...cell.matchAll(/\b20\d{2}\s*[-/–]\s*(?:20)?\d{2}\b/g)].flatMap(
      ([written]) => theYear(written.replace(/\s/g, '')) ?? [],
    ),
  );
  const distinct = [...new Set(years)];
  return distinct.length === 1 ? distinct[0] : undefined;
}

function placesCalled(written: string): readonly ReferencePlace[] {
  const place = placeWithCode(written.trim().toUpperCase());
  return place ? [place] : placesNamed(written);
}

/** Places whose name fills a cell, alone or behind a label: "Health and Wellbeing Board: Leeds". */
function placesIn(cells: readonly string[]): readonly ReferencePlace[] {
  return cells.flatMap(cell => [cell, cell.slice(cell.lastIndexOf(':') + 1)].flatMap(placesCalled));
}

/** Of several codes of one name the one that was current in the year; none where two places are named. */
function inYear(found: readonly ReferencePlace[], year: FinancialYear | undefined): ReferencePlace | undefined {
  const [first, ...others] = [...new Set(found)];
  if (!first || others.some(other => !isNameOf(other, first.name))) return undefined;
  if (year === undefined) return first;
  const start = `${year.slice(0, 4)}-04-01`;
  const current = [first, ...others].find(
    ({ validFrom = '', validTo = '9' }) => validFrom <= start && start <= validTo,
  );
  return current ?? first;
}
