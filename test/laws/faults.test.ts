/** A fault put into a plan never removes a finding that does not rest on the very value that was spoiled. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { analyse } from '../../server/src/core/for-workspace';
import { applyEdits, type Finding } from '../../server/src/core/index';
import { itAtRandom, shareOf } from '../support/seed';
import { entriesOf, type Fault, faultAt, faultKinds } from './mutate';
import { findingsOf, plans } from './plans';
import { keyOf, mayRestOn } from './rests-on';

const known = new Map(plans.map(({ name, text }) => [name, { analysis: analyse(text) }]));
const before = new Map([...known].map(([name, { analysis }]) => [name, findingsOf(analysis)]));

describe('a fault in a plan', () => {
  itAtRandom('hides no other finding', seed => {
    let tried = 0;
    let added = 0;
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.constantFrom(...faultKinds), (plan, pick, kind) => {
        const { name, text } = plans[plan % plans.length] ?? { name: '', text: '' };
        const { analysis } = known.get(name) ?? { analysis: analyse(text) };
        const entries = entriesOf(analysis);
        const place = entries[pick % entries.length];
        const fault = place && faultAt(analysis, place, kind);
        if (!fault) return;
        tried++;
        const after = findingsOf(analyse(applyEdits(text, [fault.edit])));
        const there = new Set(after.map(finding => identity(finding, finding.at.start)));
        const old = before.get(name) ?? [];
        const isNew = new Set(old.map(finding => identity(finding, moved(finding.at.start, fault))));
        if ([...there].every(one => isNew.has(one))) return;
        added++;
        const lost = old.filter(
          finding => !rests(finding, fault) && !there.has(identity(finding, moved(finding.at.start, fault))),
        );
        assert.deepEqual(
          lost.map(({ rule, message }) => `${rule}: ${message}`),
          [],
          `${name}: ${fault.path.join('/')} (${fault.what}) hides them; if they rest on it, say so by '${keyOf(fault.path)}' in restsOn of the rule`,
        );
      }),
      { seed, numRuns: shareOf(4000) },
    );
    assert.ok(tried > 1000 && added > 750, `${tried} tried, ${added} with a new finding`);
  });
});

/** A finding is the same while its rule, its place and what it is about are. */
function identity({ rule, detail }: Finding, start: number): string {
  return `${rule} ${start} ${detail ?? ''}`;
}

function moved(offset: number, { edit }: Fault): number {
  return offset >= edit.at.end ? offset + edit.text.length - (edit.at.end - edit.at.start) : offset;
}

/** A finding may go with the place that it points at, or that it gives as its reason, or with a key that its rule reads. */
function rests({ at, related = [], rule }: Finding, { touched, path }: Fault): boolean {
  const touches = (span: Finding['at']) => span.start <= touched.end && touched.start <= span.end;
  const key = keyOf(path);
  return touches(at) || related.some(place => touches(place.at)) || key === 'one_plan' || mayRestOn(rule, key);
}
