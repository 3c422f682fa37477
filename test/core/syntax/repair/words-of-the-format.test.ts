/** The syntax knows no schema, yet weighs its guesses by words of the format: its lists of them are those of the format. */
import assert from 'node:assert/strict';
import { planSchema } from '../../../../server/src/core/schema/plan-schema.generated';
import { isKnownKey, knownKeys } from '../../../../server/src/core/syntax/repair/mistakes/known-words';
import { isQuantity } from '../../../../server/src/core/syntax/repair/number-look';

const definitions = planSchema().$defs;
type Definition = (typeof definitions)[string];

/** Every key with the forms that its values have. */
const forms = new Map<string, Set<string>>();
for (const { properties = {} } of Object.values(definitions)) {
  for (const [key, value] of Object.entries(properties)) {
    forms.set(key, (forms.get(key) ?? new Set()).add(formOf(value)));
  }
}

describe('words of the format', () => {
  it('are all known to the syntax, and no others', () => {
    const known = [...forms.keys()].filter(isKnownKey);
    assert.deepEqual([...knownKeys].sort(), known.sort());
    // Names of services, and words that begin sentences as often as values.
    const others = [...forms.keys()].filter(key => !isKnownKey(key) && !key.includes('-'));
    assert.deepEqual(others.sort(), ['acute', 'council', 'nhs', 'none']);
  });

  it('are quantities where their values are numbers or amounts', () => {
    for (const [key, kinds] of forms) {
      const counts = ['number', 'whole', 'money', 'integer'].some(kind => kinds.has(kind));
      assert.equal(isQuantity([key]), counts, `${key}: ${[...kinds].join(', ')}`);
    }
  });
});

function formOf(value: true | Definition): string {
  if (value === true) return 'any';
  if (value['x-form']) return value['x-form'];
  const named = definitions[value.$ref?.split('/').at(-1) ?? ''];
  return named ? formOf(named) : String(value.type);
}
