/** The limits that SECURITY.md states are those of the program: each is kept up to its number, and told of beyond it. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../server/src/core/for-workspace';
import { type Finding, limits } from '../../server/src/core/index';
import { judge } from '../../server/src/core/judge';
import { noWorkspace } from '../../server/src/core/model/workspace';
import { noSettings } from '../../server/src/core/settings';
import { folderWith, oneplan, root } from '../support/oneplan';

const stated = new Map(
  [...readFileSync(join(root, 'SECURITY.md'), 'utf8').matchAll(/^\| ([a-z ]+) \| ([^|]+) \|$/gm)].map(
    ([, name = '', value = '']) => [name, value] as const,
  ),
);

const tests = readFileSync(join(root, 'SECURITY.md'), 'utf8').match(/(?<=`)test\/[\w/.-]+(?=`)/g) ?? [];

const emptyPlan = 'one_plan: 1\n';

/** The limits, as SECURITY.md says them. */
const known: Readonly<Record<string, { readonly value: string; readonly at: (size: number) => string }>> = {
  'size of a file': {
    value: `${limits.size / 1024 / 1024} MB; in the editor as many characters`,
    at: more => '# a comment\n'.repeat(Math.ceil(limits.size / 12)).slice(0, limits.size + more),
  },
  'length of a line': {
    value: `${limits.line.toLocaleString('en-GB')} characters; a longer one is not read`,
    at: more => `a: ${'x'.repeat(limits.line + more - 3)}\n`,
  },
  'depth of nesting': {
    value: String(limits.depth),
    // The document, the key and its value are levels too.
    at: more => `a: ${'['.repeat(limits.depth - 4 + more)}${']'.repeat(limits.depth - 4 + more)}\n`,
  },
  'aliases in a document': {
    value: String(limits.aliases),
    at: more => `a: &a 1\n${Array.from({ length: limits.aliases + more }, (_, at) => `b${at}: *a\n`).join('')}`,
  },
  'findings reported for a document': {
    value: limits.findings.toLocaleString('en-GB'),
    at: more =>
      `${emptyPlan}${Array.from({ length: limits.findings - findingsOf(emptyPlan).length + more }, (_, at) => `b${at}: 1\n`).join('')}`,
  },
};

describe('the limits of SECURITY.md', () => {
  it('are all those of the program', () => {
    const rows = [...stated].filter(([name]) => name !== 'limit');
    assert.deepEqual(
      Object.fromEntries(rows),
      Object.fromEntries(Object.entries(known).map(([name, { value }]) => [name, value])),
    );
  });

  it('and its promises are tested where it says', () => {
    assert.ok(tests.length > 8);
    assert.deepEqual(
      tests.filter(path => !existsSync(join(root, path))),
      [],
    );
  });

  for (const [name, { at }] of Object.entries(known)) {
    it(`are kept to: ${name}`, () => {
      assert.deepEqual(told(at(0)), [], 'up to the limit nothing is told');
      assert.equal(told(at(20)).length, 1, 'beyond it one finding');
    });
  }

  it('hold for files as for texts', () => {
    const text = known['size of a file']?.at(20) ?? '';
    const { status, out } = oneplan(folderWith({ 'a.plan.yaml': text }), ['lint']);
    assert.match(out, /16 MB are not checked.*\[too-large\]/);
    assert.equal(status, 1);
  });
});

/** What is told of a text's size in any way. */
function told(text: string): readonly string[] {
  const messages = findingsOf(text).filter(({ rule, detail }) => rule === 'too-large' || detail === 'too-many-aliases');
  return [...new Set(messages.map(({ message }) => message))];
}

function findingsOf(text: string): readonly Finding[] {
  return judge(analyse(text), noSettings, noWorkspace).findings;
}
