/** Makes the TypeScript types of a plan document, as it is written, from the plan schema: one exported type a definition. */
import { compile } from 'json-schema-to-typescript';
import { generatedNotice, type JsonSchema, mapSchema, pascalCase, readSchema } from './schema-file';

/** The types as one declaration file. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  const plan = await readSchema('plan');
  const source = await compile(
    { ...typed(plan), $defs: typedDefinitions(plan.$defs ?? {}) } as object,
    'PlanDocument',
    {
      bannerComment: generatedNotice('schemas/plan.schema.json'),
      additionalProperties: false,
      unreachableDefinitions: true,
      ignoreMinAndMaxItems: true,
      style: { printWidth: 120, singleQuote: true },
    },
  );
  return new Map([['server/src/core/schema/plan-document.generated.ts', source]]);
}

function typedDefinitions(definitions: Readonly<Record<string, JsonSchema>>): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(definitions).map(([name, schema]) => [
      name,
      {
        ...typed(schema),
        title: typeName(name, schema),
        ...(schema.description ? { description: schema.description } : {}),
      },
    ]),
  );
}

/** A scalar form is named after what is written (`WrittenDate`), so that it hides no type of the language. */
function typeName(name: string, schema: JsonSchema): string {
  return schema['x-form'] !== undefined && schema.enum === undefined ? `Written${pascalCase(name)}` : pascalCase(name);
}

/** What the type maker needs: shapes without words, and a value of two shapes as a union. */
function typed(schema: JsonSchema): JsonSchema {
  return mapSchema(schema, one => {
    if (one.$ref) return { $ref: one.$ref };
    const { then, else: otherwise, ...rest } = one;
    const entries = Object.entries(rest).filter(([keyword]) => kept.has(keyword));
    const shape = Object.fromEntries(entries) as JsonSchema;
    return then && otherwise ? { ...shape, anyOf: [then, otherwise] } : shape;
  });
}

const kept = new Set(['type', 'enum', 'properties', 'required', 'additionalProperties', 'items']);
