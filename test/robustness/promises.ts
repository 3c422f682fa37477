/**
 * What holds of every text whatsoever: nothing is thrown and no rule crashes, the answer takes two seconds of a processor, every
 * place lies inside the text, every fix can be made, what is broken is told, and the answer is the same every time.
 */
import assert from 'node:assert/strict';
import { type Analysis, analyse, everyFinding } from '../../server/src/core/for-workspace';
import {
  type Fault,
  type Finding,
  type Judgement,
  limits,
  type Settings,
  type Span,
} from '../../server/src/core/index';
import { judge } from '../../server/src/core/judge';
import { noWorkspace } from '../../server/src/core/model/workspace';
import { noSettings } from '../../server/src/core/settings';
import { dump } from '../core/syntax/plain-data';
import { checkReading } from '../core/syntax/reading';
import { keepsTo } from '../support/resource-usage';

export interface Checked {
  readonly analysis: Analysis;
  readonly judgement: Judgement;
}

/** An answer is promised in so many milliseconds of a processor of its own. */
export const inTime = 2_000;

const settings: Settings = { ...noSettings, today: '2018-06-30' };

/** Analyses and judges `text`, as it follows on from `previous` where that is given, and checks the promises. */
export function check(text: string, previous?: Analysis): Checked {
  const checked = keepsTo(inTime, () => {
    const analysis = analyse(text, previous);
    return { analysis, judgement: judge(analysis, settings, noWorkspace) };
  });
  assert.deepEqual(checked.judgement.crashes, []);
  for (const finding of checked.judgement.findings) checkFinding(finding, text);
  return checked;
}

/** Further promises that cost more: what is broken is told (the `yaml` package judges that), and again is the same. */
export function checkAgain({ analysis, judgement }: Checked): void {
  checkReading(analysis.text);
  assert.equal(inWords({ analysis, judgement }), inWords(check(analysis.text)));
}

/** All findings of `text`, beyond those that are reported too: what fixes are taken from. */
export function everyFindingOf(text: string): readonly Finding[] {
  const { analysis, judgement } = check(text);
  if (judgement.findings.length < limits.findings) return judgement.findings;
  return everyFinding(analysis, settings, noWorkspace);
}

/** What `attempt` gives. @throws Error that tells of `text` besides what was wrong, ready for `found-before.test.ts`. */
export function telling<T>(text: string, attempt: () => T): T {
  try {
    return attempt();
  } catch (error) {
    const { message } = error instanceof Error ? error : new Error(String(error));
    throw new Error(`${message}\nThe text at fault: ${JSON.stringify(text)}`, { cause: error });
  }
}

/** Tree, faults and findings as text: equal for equal answers. */
export function inWords({ analysis, judgement }: Checked): string {
  const findings = judgement.findings.map(({ rule, severity, at, message, related = [], fixes = [], fingerprint }) =>
    JSON.stringify([
      [rule, severity, at.start, at.end, message, fingerprint],
      related.map(other => [other.at.start, other.at.end, other.message]),
      fixes.map(({ title, safe, edits }) => [title, safe, edits.map(({ at, text }) => [at.start, at.end, text])]),
    ]),
  );
  return `${dump(analysis.tree)}\n${findings.join('\n')}`;
}

/** Every place of a finding or fault lies inside its text, and its fixes can be made and change something. */
export function checkFinding({ rule, at, message, related = [], fixes = [] }: Fault, text: string): void {
  const inside = (span: Span, what: string) =>
    assert.ok(
      span.start >= 0 && span.start <= span.end && span.end <= text.length,
      `${what} of ${rule} at ${span.start}-${span.end} of ${text.length}`,
    );
  inside(at, 'the place');
  assert.notEqual(message.trim(), '');
  for (const other of related) if (other.uri === undefined) inside(other.at, 'a related place');
  for (const { title, edits } of fixes) {
    assert.notEqual(title.trim(), '');
    let end = 0;
    for (const edit of [...edits].sort((a, b) => a.at.start - b.at.start)) {
      inside(edit.at, 'an edit');
      assert.ok(edit.at.start >= end, `two edits of "${title}" of ${rule} overlap`);
      end = edit.at.end;
    }
    const changes = edits.some(edit => text.slice(edit.at.start, edit.at.end) !== edit.text);
    assert.ok(changes, `the fix "${title}" of ${rule} changes nothing`);
  }
}
