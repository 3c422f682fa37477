/**
 * Every mistake gives one finding, at its place, in plain words; what stands after it in the plan is read, and another
 * mistake there is still told. `UPDATE=1` rewrites what the cases expect, for review.
 */
import assert from 'node:assert/strict';
import type { Fault } from '../../../../server/src/core/finding';
import { parse } from '../../../../server/src/core/syntax/parse';
import { applyEdits } from '../../../../server/src/core/text/edit';
import { asJson } from '../plain-data';
import { type MistakeCase, mistakeCases, rewriteCases } from './mistake-case';

const before = 'one_plan: 1\nplan_note: One plan for North Yorkshire\n';
const after = `risks:
  - id: demand
    what:Demand rises
    owner: a-example
  - id: staff
    what: Too few staff
`;
const secondMessage = 'There is no space after "what:", so it is not read as a key. Put a space after the colon.';

describe('mistakes in the text', () => {
  const cases = mistakeCases();
  if (process.env['UPDATE'])
    for (const file of new Set(cases.map(each => each.file)))
      rewriteCases(file, cases.filter(each => each.file === file).map(asItIs));

  it('are at least forty', () => assert.ok(new Set(cases.map(each => each.says)).size >= 40));

  for (const each of process.env['UPDATE'] ? mistakeCases() : cases) {
    it(`${each.name} (${each.file})`, () => {
      assert.deepEqual(shown(asItIs(each)), shown(each));
      const { tree, own, others } = readCase(each);
      assert.deepEqual(
        others.map(({ message }) => message),
        [secondMessage],
        'the other mistake is still told',
      );
      assert.deepEqual((asJson(tree.root.get('risks')) as { what: string }[])[1], {
        id: 'staff',
        what: 'Too few staff',
      });
      for (const { message } of own) checkWords(message);
    });

    if (each.fix.startsWith('safe')) {
      it(`${each.name} (${each.file}): put right`, () => {
        const { whole, own } = readCase(each);
        const edits = own[0]?.fixes?.[0]?.edits ?? [];
        const repaired = applyEdits(whole, edits);
        const again = parse(repaired);
        assert.deepEqual(
          again.faults.map(({ message }) => message),
          [secondMessage],
          'gone, and none new',
        );
        assert.deepEqual(asJson(again.root), asJson(parse(whole).root), 'the data stay');
        for (const { at } of edits) assert.ok(at.start >= 0 && at.end <= whole.length);
      });
    }
  }
});

function readCase(each: MistakeCase) {
  const whole = each.atEnd ? before + after + each.text : before + each.text + after;
  const offset = each.atEnd ? before.length + after.length : before.length;
  const tree = parse(whole);
  const inCase = (fault: Fault) =>
    fault.at.start >= offset && fault.at.start <= offset + each.text.length && !fault.message.includes('"what:"');
  return { whole, offset, tree, own: tree.faults.filter(inCase), others: tree.faults.filter(fault => !inCase(fault)) };
}

/** The case as it comes out now. */
function asItIs(each: MistakeCase): MistakeCase {
  const { whole, offset, tree, own } = readCase(each);
  const fault = own[0];
  const fix = fault?.fixes?.[0];
  const fixedWhole = fix ? applyEdits(whole, fix.edits) : '';
  const fixed = each.atEnd ? fixedWhole.slice(offset) : fixedWhole.slice(offset, fixedWhole.length - after.length);
  const entries = tree.root.entries.filter(({ key }) => !/^(?:one_plan|plan_note|risks)$/.test(key.text));
  const reads = Object.fromEntries(entries.map(({ key, value }) => [key.text, asJson(value)]));
  return {
    ...each,
    says: own.map(({ rule, detail }) => `${rule} ${detail}`).join(' + '),
    start: fault ? fault.at.start - offset : 0,
    end: fault ? fault.at.end - offset : 0,
    message: own.map(({ message }) => message).join('\n'),
    fix: fix ? `${fix.safe ? 'safe' : 'judge'}: ${fix.title}` : '',
    fixed: fix ? fixed.replace(/\n?$/, '\n') : '',
    reads: JSON.stringify(reads),
  };
}

function shown(each: MistakeCase) {
  const blamed = each.says === '' ? '' : each.text.slice(each.start, each.end);
  const { name, says, message, fix, fixed, reads } = each;
  return { name, says, blamed, message, fix, fixed, reads };
}

function checkWords(message: string): void {
  assert.doesNotMatch(
    message.replace(/"[^"]*"/g, ''),
    /\b(?:invalid|property|object|array|null|schema|scalar|token|parse|node|flow|implicit)\b/i,
  );
  assert.ok(
    // An exclamation mark is a sign that is spoken of, and ends no sentence.
    message.split(/[.?](?:\s|$)/).filter(sentence => sentence.trim() !== '').length <= 2,
    'at most two sentences',
  );
}
