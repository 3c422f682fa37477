/**
 * What is generated matches its sources, and the schemas keep their promises: every key is explained with an example that is
 * right, and the validators accept a plan and refuse each wrong one at the place that is wrong.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { parse } from 'yaml';
import { findDrift } from '../../../scripts/generate';
import { declareAnnotations } from '../../../scripts/generate/annotations';
import { type JsonSchema, readSchema, root } from '../../../scripts/generate/schema-file';
import type { OnePlan } from '../../../server/src/core/schema/plan-document.generated';
import { planSchema } from '../../../server/src/core/schema/plan-schema.generated';
import * as validators from '../../../server/src/core/schema/validators.generated';
import { keepsTo } from '../../support/resource-usage';
import { validatorCases } from './validator-cases';

const schemaNames = ['plan', 'config', 'framework', 'lint-output'];

describe('generated files', () => {
  it('match their sources', async () => {
    const drifted = await findDrift();
    assert.deepEqual(drifted, [], `run "npm run generate", for these are out of date: ${drifted.join(', ')}`);
  });

  it('need nothing at run time: no import, no eval', async () => {
    const code = await readFile(join(root, 'server/src/core/schema/validators.generated.js'), 'utf8');
    assert.doesNotMatch(code, /\bimport\b|\brequire\s*\(|\beval\b|new Function/);
  });

  it('bundle the plan schema as it stands', async () => {
    assert.deepEqual(planSchema(), await readSchema('plan'));
  });
});

for (const name of schemaNames) {
  describe(`${name} schema`, () => {
    it('explains every key, with examples that it accepts itself', async () => {
      const schema = await readSchema(name);
      const ajv = strictAjv().addSchema(schema, name);
      let keys = 0;
      for (const { path, key, one } of keysOf(schema)) {
        keys++;
        assert.ok(one.title && one.description, `${path}/${key} needs a title and a description`);
        assert.ok(one.examples && one.examples.length > 0, `${path}/${key} needs an example`);
        const accepts = ajv.compile({ $ref: `${name}#/$defs/${path}/properties/${key}` });
        for (const example of one.examples) {
          assert.ok(accepts(example), `${path}/${key}: ${JSON.stringify(example)} ${JSON.stringify(accepts.errors)}`);
        }
      }
      assert.ok(keys > 5, `only ${keys} keys found`);
    });

    it('explains every definition, and accepts its examples', async () => {
      const schema = await readSchema(name);
      const ajv = strictAjv().addSchema(schema, name);
      for (const [def, one] of Object.entries(schema.$defs ?? {})) {
        assert.ok(one.title && one.description, `${def} needs a title and a description`);
        const accepts = ajv.compile({ $ref: `${name}#/$defs/${def}` });
        for (const example of one.examples ?? []) assert.ok(accepts(example), `${def}: ${JSON.stringify(example)}`);
      }
    });

    it('keeps to the keywords that the program reads', async () => {
      const found = new Set<string>();
      eachSchema(await readSchema(name), one => {
        for (const keyword of Object.keys(one)) found.add(keyword);
      });
      const refused = [
        'anyOf',
        'oneOf',
        'allOf',
        'not',
        'format',
        'minLength',
        'maxLength',
        'uniqueItems',
        '$dynamicRef',
      ];
      assert.deepEqual(
        refused.filter(keyword => found.has(keyword)),
        [],
      );
    });

    it('says something of every listed value, in the words of the trade', async () => {
      eachSchema(await readSchema(name), one => {
        if (one['x-enum-descriptions'] !== undefined) {
          assert.equal((one['x-enum-descriptions'] as readonly string[]).length, one.enum?.length, one.title);
        }
        for (const words of [one.title ?? '', one.description ?? '']) {
          assert.doesNotMatch(
            words.replace('NHS Property Services', ''),
            /\b(invalid|property|object|array|null|schema)\b/i,
          );
        }
      });
    });
  });
}

describe('plan schema', () => {
  it('closes every mapping of fixed keys', () => {
    for (const [def, one] of Object.entries(planSchema().$defs)) {
      if (one.properties) assert.equal(one.additionalProperties, false, def);
      for (const key of one.required ?? []) assert.ok(one.properties && key in one.properties, `${def}: ${key}`);
    }
  });

  it('never requires a key that a rule asks for', () => {
    for (const [def, one] of Object.entries(planSchema().$defs)) {
      for (const [key, value] of Object.entries(one.properties ?? {})) {
        if (value === true || value['x-asked-by'] === undefined) continue;
        assert.ok(!one.required?.includes(key), `${def}: ${key}`);
      }
    }
  });

  it('names only kinds that some item defines', () => {
    const kinds = new Set(Object.values(planSchema().$defs).map(one => one['x-kind']));
    let references = 0;
    eachSchema(planSchema() as JsonSchema, one => {
      for (const kind of (one['x-ref'] as readonly string[] | undefined) ?? []) {
        references++;
        assert.ok(kinds.has(kind), kind);
      }
    });
    assert.ok(references > 30);
  });

  it('matches only in linear time', () => {
    const hostile = [
      '£'.padEnd(100_000, '1'),
      '£1'.padEnd(100_000, ',111'),
      'a'.padEnd(100_000, '-'),
      `${'0'.repeat(99_999)}x`,
    ];
    eachSchema(planSchema() as JsonSchema, one => {
      if (typeof one['pattern'] !== 'string') return;
      const pattern = new RegExp(one['pattern'], 'u');
      keepsTo(200, () => hostile.map(text => pattern.test(text)), one['pattern']);
    });
  });
});

describe('validators', () => {
  it('accept the small plan, whole and part by part', async () => {
    const plan = parse(await readFile(join(root, 'test/core/schema/small.plan.yaml'), 'utf8'));
    const accepts = strictAjv().compile<OnePlan>(await readSchema('plan'));
    assert.ok(accepts(plan), JSON.stringify(accepts.errors));
    assert.ok(validators.onePlanShallow(plan), JSON.stringify(validators.onePlanShallow.errors));
    for (const section of ['period', 'place', 'governance', 'services', 'budget'] as const) {
      assert.ok(validators.planValidators[section](plan[section]), section);
    }
    for (const line of plan.budget?.lines ?? []) assert.ok(validators.budgetLine(line));
    for (const scheme of plan.schemes ?? []) assert.ok(validators.scheme(scheme));
    for (const milestone of plan.milestones ?? []) assert.ok(validators.milestone(milestone));
  });

  for (const { unit, value, at, path, key } of validatorCases) {
    it(`${unit} refuses ${JSON.stringify(value)}`, () => {
      const validate = unit === 'config' || unit === 'framework' ? validators[unit] : validators.planValidators[unit];
      assert.equal(validate(value), false);
      const faults = (validate.errors ?? []).filter(
        fault => fault.keyword !== 'if' && fault.keyword !== 'propertyNames',
      );
      assert.deepEqual(
        faults.map(fault => [fault.instancePath, fault.schemaPath, fault.propertyName]),
        [[at, path, key]],
      );
    });
  }

  it('pass over what is not there yet', () => {
    const line = {
      id: 'falls',
      title: 2020,
      service: 'acute',
      funded_by: 'x',
      scheme: undefined,
      amounts: { '2017-18': undefined },
    };
    assert.ok(validators.budgetLine(line), JSON.stringify(validators.budgetLine.errors));
    assert.ok(validators.stops({ none: 'Nothing stops' }));
    assert.ok(validators.workforcePlan({ groups: [] }));
  });

  it('look at a key’s own value only, whatever the key is called', () => {
    for (const key of ['constructor', 'toString', 'hasOwnProperty']) {
      assert.equal(validators.partner({ id: 'a', name: 'A', type: 'healthwatch', [key]: 'x' }), false);
    }
    assert.equal(validators.none({}), false);
  });

  it('leave sections and items to their own validators', () => {
    const plan = {
      one_plan: 1,
      title: 'A',
      status: 'draft',
      period: {},
      place: { nothing: 1 },
      schemes: ['x'],
      budget: { lines: 1 },
    };
    assert.ok(validators.onePlanShallow(plan));
    assert.ok(validators.budget({ lines: ['x'], contributions: [1] }));
  });
});

function strictAjv(): Ajv2020 {
  return declareAnnotations(
    new Ajv2020({ strict: true, strictRequired: true, allowUnionTypes: true, allErrors: true }),
  );
}

function* keysOf(schema: JsonSchema): Iterable<{ path: string; key: string; one: JsonSchema }> {
  for (const [path, definition] of Object.entries(schema.$defs ?? {})) {
    for (const [key, one] of Object.entries(definition.properties ?? {})) if (one !== true) yield { path, key, one };
  }
}

function eachSchema(schema: JsonSchema, look: (schema: JsonSchema) => void): void {
  look(schema);
  for (const keyword of ['propertyNames', 'additionalProperties', 'items', 'if', 'then', 'else'] as const) {
    const one = schema[keyword];
    if (typeof one === 'object') eachSchema(one, look);
  }
  for (const one of Object.values({ ...schema.properties, ...schema.$defs })) if (one !== true) eachSchema(one, look);
}
