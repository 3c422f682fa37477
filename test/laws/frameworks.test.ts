/** A plan judged under two frameworks differs only where the frameworks differ: in the rules that read what differs. */
import assert from 'node:assert/strict';
import { analyse } from '../../server/src/core/for-workspace';
import { type Finding, type Framework, rules, type Settings, shippedFrameworks } from '../../server/src/core/index';
import { noWorkspace } from '../../server/src/core/model/workspace';
import { noSettings } from '../../server/src/core/settings';
import { asAgreed, findingsOf, plans } from './plans';

const frameworks = shippedFrameworks();
const parts = [
  'lastDate',
  'fastArea',
  'services',
  'options',
  'milestones',
  'fundingSources',
  'outcomes',
  'signOff',
  'subjects',
  'shortTitle',
] as const;

describe('two frameworks', () => {
  it('differ for a plan only in rules that read what differs, and in severities', () => {
    let differences = 0;
    for (const [index, { name, text }] of plans.entries()) {
      const [one, other] = [frameworks[index % frameworks.length], frameworks[(index + 1) % frameworks.length]];
      if (!one || !other || !text.includes('one_plan')) continue;
      const analysis = analyse(text);
      const found = findingsOf(analysis, under(one));
      for (const part of parts) {
        const mixed = { ...one, [part]: other[part] } as Framework;
        const changed = difference(found, findingsOf(analysis, under(mixed)));
        const readers = readersOf(part, analysis, one, mixed);
        assert.deepEqual(
          [...changed].filter(rule => !readers.has(rule)),
          [],
          `${name}: ${part}`,
        );
        differences += changed.size;
      }
      const severities = difference(found, findingsOf(analysis, under({ ...one, severities: other.severities })));
      const named = new Set([...Object.keys(one.severities), ...Object.keys(other.severities)]);
      assert.deepEqual(
        [...severities].filter(rule => !named.has(rule)),
        [],
        `${name}: severities`,
      );
      const rest: Framework = {
        ...one,
        id: 'another',
        title: 'Another',
        source: other.source,
        conditions: other.conditions,
      };
      assert.equal(
        difference(found, findingsOf(analysis, under(rest))).size,
        0,
        `${name}: title, source and conditions`,
      );
    }
    assert.ok(differences > 50, String(differences));
  });
});

/** Whatever framework the plan names, it is judged by this one. */
function under(framework: Framework): Settings {
  const own = { ...framework, id: 'under-test' };
  return { ...asAgreed, frameworks: [own], framework: own.id };
}

/** The rules of which one has found what the other has not. */
function difference(one: readonly Finding[], other: readonly Finding[]): ReadonlySet<string> {
  // Whether a waiver is used follows from what it waives.
  const own = (findings: readonly Finding[]) => findings.filter(({ rule }) => rule !== 'unused-waiver');
  const told = ({ rule, severity, at, message }: Finding) => `${rule}\n${severity} ${at.start} ${message}`;
  const [a, b] = [new Set(own(one).map(told)), new Set(own(other).map(told))];
  const apart = [...a].filter(line => !b.has(line)).concat([...b].filter(line => !a.has(line)));
  return new Set(apart.map(line => line.split('\n')[0] ?? ''));
}

/** The rules that look at this part of the framework when they judge the plan. */
function readersOf(
  part: string,
  { document, index }: ReturnType<typeof analyse>,
  ...judged: readonly Framework[]
): ReadonlySet<string> {
  const readers = new Set<string>();
  if (document?.kind !== 'one-plan' || !index) return readers;
  for (const framework of judged) {
    for (const rule of rules) {
      const watched = new Proxy(framework, {
        get: (target, key) => {
          if (key === part) readers.add(rule.id);
          return Reflect.get(target, key);
        },
      });
      const options = Object.fromEntries(
        Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default]),
      );
      const { today } = { ...noSettings, ...asAgreed };
      for (const _ of rule.check({
        plan: document,
        index,
        framework: watched,
        workspace: noWorkspace,
        today,
        options,
      }));
    }
  }
  return readers;
}
