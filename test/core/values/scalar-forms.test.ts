/** Laws of amounts, dates and years: what the schema lets pass is what the model reads, and what is written is read back. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  addDays,
  daysBetween,
  readDate,
  readYear,
  yearOf,
  yearStarting,
  yearsBetween,
} from '../../../server/src/core/values/calendar';
import { formatMoney, formatMoneyShort, readMoney } from '../../../server/src/core/values/money';
import { itAtRandom } from '../../support/seed';

const schema = JSON.parse(readFileSync(join(__dirname, '../../../schemas/plan.schema.json'), 'utf8'));
const patternOf = (def: string) => new RegExp(schema.$defs[def].pattern, 'u');

/** Texts made of what amounts are made of, right and wrong. */
const nearMoney = fc
  .array(fc.constantFrom('£', '-', ',', '.', '1', '25', '000', '999', '0', 'k', 'm', 'bn', ' ', 'million', 'GBP'), {
    maxLength: 9,
  })
  .map(parts => parts.join(''));
const nearDate = fc
  .tuple(fc.integer({ min: 1895, max: 2105 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }))
  .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
const pence = fc.integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 });
const day = fc.integer({ min: 0, max: 60_000 }).map(days => addDays('1950-01-01', days));

describe('scalar forms', () => {
  itAtRandom('reads as money exactly the texts that the schema lets pass', seed => {
    const money = patternOf('money');
    fc.assert(
      fc.property(nearMoney, text => {
        // `1250000.0` is a whole number to YAML: the schema never sees it as a text.
        fc.pre(!/^-?\d+\.0+$/.test(text));
        assert.equal('pence' in readMoney(text), money.test(text), text);
      }),
      { seed, numRuns: 20_000 },
    );
  });

  itAtRandom('reads back to the penny what it writes', seed => {
    fc.assert(
      fc.property(pence, amount => {
        for (const text of [formatMoney(amount), formatMoneyShort(amount)])
          assert.deepEqual(readMoney(text), { pence: amount }, text);
      }),
      { seed, numRuns: 5_000 },
    );
  });

  itAtRandom('suggests only what it reads itself', seed => {
    fc.assert(
      fc.property(nearMoney, text => {
        const reading = readMoney(text);
        if ('pence' in reading || reading.suggestion === undefined) return;
        assert.ok('pence' in readMoney(reading.suggestion), `${text} → ${reading.suggestion}`);
      }),
      { seed, numRuns: 20_000 },
    );
  });

  it('holds amounts exactly', () => {
    const held: readonly (readonly [string, number])[] = [
      ['£0.29', 29],
      ['£1.1m', 110_000_000],
      ['£3.8bn', 380_000_000_000],
      ['£1.005k', 100_500],
      ['£0.07', 7],
      ['-£40k', -4_000_000],
      ['£1,250,000', 125_000_000],
      ['£1250000.5', 125_000_050],
      ['£1.23456789m', 123_456_789],
      ['-£0', 0],
      ['1250000', 125_000_000],
    ];
    for (const [text, amount] of held) assert.deepEqual(readMoney(text), { pence: amount }, text);
  });

  itAtRandom('reads as a date every day of the calendar, and nothing else of that form', seed => {
    const date = patternOf('date');
    fc.assert(
      fc.property(nearDate, text => {
        const [year = 0, month = 0, dayOfMonth = 0] = text.split('-').map(Number);
        const there = new Date(Date.UTC(year, month - 1, dayOfMonth));
        const real = there.getUTCMonth() === month - 1 && there.getUTCDate() === dayOfMonth && month > 0;
        assert.equal('date' in readDate(text), real, text);
        assert.ok(date.test(text));
      }),
      { seed, numRuns: 10_000 },
    );
  });

  itAtRandom('reads back the same day from every way in which it is understood', seed => {
    fc.assert(
      fc.property(day, date => {
        const [year, month, dayOfMonth] = date.split('-');
        const name = new Date(`${date}T00:00:00Z`).toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' });
        for (const text of [
          `${dayOfMonth}/${month}/${year}`,
          `${Number(dayOfMonth)}.${Number(month)}.${year}`,
          `${Number(dayOfMonth)} ${name} ${year}`,
          `${year}/${month}/${dayOfMonth}`,
        ]) {
          const reading = readDate(text);
          assert.ok('suggestion' in reading && reading.suggestion === date, text);
        }
      }),
      { seed, numRuns: 2_000 },
    );
  });

  itAtRandom('reads as financial years only those that follow each other', seed => {
    const year = patternOf('financial-year');
    fc.assert(
      fc.property(fc.integer({ min: 1890, max: 2110 }), fc.integer({ min: 0, max: 99 }), (first, second) => {
        const text = `${first}-${String(second).padStart(2, '0')}`;
        assert.equal('year' in readYear(text), second === (first + 1) % 100, text);
        assert.ok(year.test(text));
      }),
      { seed, numRuns: 5_000 },
    );
    assert.deepEqual(readYear('1999-00'), { year: '1999-00' });
  });

  itAtRandom('counts days and years without gaps', seed => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 3_000 }), (from, days) => {
        const to = addDays(from, days);
        assert.equal(daysBetween(from, to), days);
        const years = yearsBetween(from, to);
        assert.equal(years[0], yearOf(from));
        assert.equal(years.at(-1), yearOf(to));
        assert.deepEqual(
          years,
          years.map((_, index) => yearStarting(Number(yearOf(from).slice(0, 4)) + index)),
        );
      }),
      { seed, numRuns: 2_000 },
    );
  });
});
