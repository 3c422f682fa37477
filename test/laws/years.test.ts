/** A plan moved by one year, with the framework and today, has the same findings at the same places. */
import assert from 'node:assert/strict';
import { analyse } from '../../server/src/core/for-workspace';
import { type Finding, type Framework, shippedFrameworks } from '../../server/src/core/index';
import { asAgreed, findingsOf, plans, workspaceOf } from './plans';

/** They ask tables of real places, organisations and measures, which do not move. */
const ofTables =
  /^(?:place-|commissioner-|outcome-uncoded|outcome-code-renumbered|outcome-wrong-direction|partners-one-sided)/;

describe('a year later', () => {
  it('the same is found, a year later', () => {
    let compared = 0;
    const aYearLater = workspaceOf(text => text.replace(years, shifted));
    for (const { name, text } of plans) {
      // Days and years in other forms cannot be moved.
      if (findingsOf(analyse(text)).some(({ rule }) => rule === 'bad-year' || rule === 'bad-date')) continue;
      const later = text.replace(years, shifted);
      const frameworks = shippedFrameworks().map(laterFramework);
      const now = told(findingsOf(analyse(text)));
      const then = told(findingsOf(analyse(later), { ...asAgreed, today: '2020-01-01', frameworks }, aYearLater));
      assert.deepEqual(then, now, name);
      compared += now.length;
    }
    assert.ok(compared > 1000, String(compared));
  });
});

/** Days, financial years, and years alone, but no codes, amounts or numbers of regulations. */
const years = /(?<![\w£-]|\d,)(20[0-4]\d)(?:-(\d{2})-(\d{2})|-(\d{2}))?(?![\w/]|[,.-]\d)/g;

function shifted(
  _whole: string,
  year: string,
  month: string | undefined,
  day: string | undefined,
  second: string | undefined,
): string {
  const next = Number(year) + 1;
  if (day !== undefined) return `${next}-${month}-${day}`;
  if (second === undefined) return String(next);
  return `${next}-${String((Number(second) + 1) % 100).padStart(2, '0')}`;
}

/** The framework under its own name, so that plans need not name another. */
function laterFramework(framework: Framework): Framework {
  const text = JSON.stringify(framework, (key, value) => (key === 'id' ? `id ${value}` : value)).replace(
    /20[0-4]\d-\d{2}-\d{2}/g,
    day => day.replace(/^\d+/, year => String(Number(year) + 1)),
  );
  return {
    ...(JSON.parse(text, (key, value) => (key === 'id' ? String(value).replace(/^id /, '') : value)) as Framework),
    shortTitle: framework.shortTitle.replace(years, shifted),
  };
}

/** Without years: the examples in messages do not move. */
function told(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(({ rule }) => !ofTables.test(rule))
    .map(({ rule, severity, at, message }) => `${at.start} ${severity} ${rule} ${message.replace(years, 'a year')}`);
}
