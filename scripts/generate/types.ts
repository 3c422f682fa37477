/** Makes the TypeScript types of a plan document, as it is written, from the plan schema: one exported type a definition. */
import { compile } from 'json-schema-to-typescript';
import { generatedNotice, type JsonSchema, mapSchema, pascalCase, readSchema } from './schema-file';

/** The types of a plan, a framework and a configuration, a file each. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const name of ['plan', 'framework', 'config']) {
    files.set(`server/src/core/schema/${name}-document.generated.ts`, await typesOf(name));
  }
  return files;
}

async function typesOf(name: string): Promise<string> {
  const schema = await readSchema(name);
  const source = { ...typed(schema), $defs: typedDefinitions(schema.$defs ?? {}) };
  const types = await compile(source as object, pascalCase(`${name}-document`), {
    bannerComment: generatedNotice(`schemas/${name}.schema.json`),
    additionalProperties: false,
    unreachableDefinitions: true,
    style: { printWidth: 120, singleQuote: true },
  });
  return types.replace(/( \*\n)? \* This interface was referenced by .*\n \* via the `definition` .*\n/g, '');
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
