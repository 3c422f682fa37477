/**
 * Makes the validators ahead of time from the schemas, so that no compiler and no `eval` is shipped.
 * A validator never descends into a section or into a list of items: each of those has its own, so that an edit
 * checks one item again and not the document. Its faults name the definition that failed: `#/$defs/<name>/…`.
 */
import type { AnySchemaObject, CodeKeywordDefinition, KeywordCxt } from 'ajv';
import { _, Ajv, nil, stringify } from 'ajv';
import standaloneCode from 'ajv/dist/standalone';
import { camelCase, generatedNotice, type JsonSchema, mapSchema, readSchema, referredName } from './schema-file';

type Definitions = Readonly<Record<string, JsonSchema>>;

/** The validators as one module without imports, and its types. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  const plan = (await readSchema('plan')).$defs ?? {};
  const units = planUnits(plan);
  const others = { config: 'Configuration', framework: 'Framework' };
  const ajv = compiler({
    plan: shallow(plan),
    config: (await readSchema('config')).$defs ?? {},
    framework: (await readSchema('framework')).$defs ?? {},
  });
  for (const name of units.keys()) ajv.addSchema({ $id: exportName(name), inPlace: `plan.${name}` });
  for (const name of Object.keys(others)) ajv.addSchema({ $id: name, inPlace: `${name}.${name}` });
  const ids = [...[...units.keys()].map(exportName), ...Object.keys(others)];
  const code = shortened(standaloneCode(ajv, Object.fromEntries(ids.map(id => [id, id]))));
  const byDefinition = [...units.keys()].map(name => `  ${JSON.stringify(name)}: ${exportName(name)},`).join('\n');
  const notice = generatedNotice('schemas/*.schema.json');
  const module = `${notice}\n${code}\nexport const planValidators = {\n${byDefinition}\n};\n`;
  const titles = new Map([
    ...[...units].map(([name, title]) => [exportName(name), title] as const),
    ...Object.entries(others),
  ]);
  return new Map([
    ['server/src/core/schema/validators.generated.js', module],
    ['server/src/core/schema/validators.generated.d.ts', declarations(notice, titles, [...units.keys()])],
  ]);
}

/** The definitions of the plan schema that have a validator of their own, with what each is for. */
function planUnits(definitions: Definitions): ReadonlyMap<string, string> {
  // A section that may be empty with a reason is checked as what it is otherwise: by the shape that its value has.
  const otherwise = new Map(
    Object.entries(definitions).flatMap(([name, { else: other }]) =>
      other?.$ref === undefined ? [] : [[name, referredName(other.$ref)] as const],
    ),
  );
  const units = Object.entries(definitions).flatMap(([name, definition]) =>
    ['one-plan', 'bcf-plan', 'none'].includes(name) ||
    definition['x-noun'] !== undefined ||
    (definition['x-section'] === true && definition.type !== 'array')
      ? [[otherwise.get(name) ?? name, definition.title ?? name] as const]
      : [],
  );
  return new Map(units);
}

const documents: Readonly<Record<string, string>> = { 'one-plan': 'onePlanShallow', 'bcf-plan': 'bcfPlanShallow' };

const exportName = (definition: string): string => documents[definition] ?? camelCase(definition);

/** The definitions with every section and every list of items cut down to the kind of value that stands there. */
function shallow(definitions: Definitions): Definitions {
  const cut = (schema: JsonSchema): JsonSchema => {
    const section = schema.$ref && definitions[referredName(schema.$ref)];
    if (section && section['x-section'] === true) return { type: container(section) };
    const item = schema.items?.$ref && definitions[referredName(schema.items.$ref)];
    return item && item['x-noun'] !== undefined ? { type: 'array' } : schema;
  };
  return Object.fromEntries(Object.entries(definitions).map(([name, one]) => [name, cutProperties(one, cut)]));
}

function cutProperties(schema: JsonSchema, cut: (schema: JsonSchema) => JsonSchema): JsonSchema {
  if (schema.else) return { ...schema, else: cut(schema.else) };
  if (!schema.properties) return cut(schema);
  const properties = Object.entries(schema.properties).map(([key, one]) => [key, one === true ? one : cut(one)]);
  return { ...schema, properties: Object.fromEntries(properties) };
}

function container(section: JsonSchema): string | readonly string[] {
  if (section.type !== undefined) return section.type;
  return section.else?.type === 'array' ? ['array', 'object'] : 'object';
}

const annotations = /^(?:title|description|examples|default|x-.*)$/;

/** The schema without what only people read, its `$ref`s turned into the keyword `is`. */
function structureOf(file: string, schema: JsonSchema): AnySchemaObject {
  return mapSchema(schema, one => {
    const entries = Object.entries(one).filter(([keyword]) => !annotations.test(keyword));
    const structure = Object.fromEntries(entries) as JsonSchema;
    const { additionalProperties } = structure;
    if (typeof additionalProperties === 'object')
      return { ...structure, additionalProperties: { isIfWritten: additionalProperties['is'] } };
    if (structure.$ref === undefined) return structure;
    const { $ref, ...rest } = structure;
    return { ...rest, is: `${file}.${referredName($ref)}` };
  });
}

/** An Ajv that knows the definitions of several files as `file.name`, and writes code. */
function compiler(files: Readonly<Record<string, Definitions>>): Ajv {
  const structures = new Map<string, AnySchemaObject>();
  for (const [file, definitions] of Object.entries(files)) {
    for (const [name, schema] of Object.entries(definitions))
      structures.set(`${file}.${name}`, structureOf(file, schema));
  }
  const ajv = new Ajv({
    allErrors: true,
    ownProperties: true,
    strict: true,
    allowUnionTypes: true,
    messages: false,
    loopRequired: 2,
    inlineRefs: false,
    code: { source: true, esm: true, lines: true },
  });
  for (const keyword of ['is', 'isIfWritten', 'inPlace'] as const)
    ajv.addKeyword(referenceKeyword(keyword, structures));
  for (const [name, structure] of structures) if (isLong(structure)) ajv.addSchema({ $id: name, inPlace: name });
  return ajv;
}

/** Whether a definition is better called as a function than written out at each place where it is used. */
const isLong = (structure: AnySchemaObject): boolean =>
  ['properties', 'propertyNames', 'pattern', 'if'].some(keyword => keyword in structure);

/**
 * References whose faults name the definition; Ajv's own `$ref` loses the name where it calls a function.
 * `inPlace` writes the definition out, `is` calls it when it is long, and `isIfWritten` passes over a key of a free mapping
 * that has no value yet.
 */
function referenceKeyword(
  keyword: 'is' | 'isIfWritten' | 'inPlace',
  structures: ReadonlyMap<string, AnySchemaObject>,
): CodeKeywordDefinition {
  return {
    keyword,
    schemaType: 'string',
    code(cxt: KeywordCxt) {
      const structure = structures.get(cxt.schema);
      if (structure === undefined) throw new Error(`No definition ${cxt.schema}`);
      // A called function does not know that it looks at a key and not at a value.
      const called = keyword !== 'inPlace' && isLong(structure) && cxt.it.propertyName === undefined;
      const write = () => writeOut(cxt, called ? { $ref: cxt.schema } : structure);
      if (keyword === 'isIfWritten') cxt.gen.if(_`${cxt.data} !== undefined`, write);
      else write();
    },
  };
}

function writeOut(cxt: KeywordCxt, schema: AnySchemaObject): void {
  const { gen } = cxt;
  const errSchemaPath = cxt.schema.replace(/^[^.]*\./, '#/$defs/');
  const topSchemaRef = gen.scopeValue('schema', { ref: schema, code: stringify(schema) });
  const valid = gen.name('valid');
  cxt.subschema({ schema, dataTypes: [], schemaPath: nil, topSchemaRef, errSchemaPath }, valid);
  cxt.ok(valid);
}

/** The same code with its most repeated statement written shorter: every start has to read it. */
function shortened(code: string): string {
  const push =
    /const (err\d+) = \{instancePath(:.*?)?,schemaPath:(".*?"),keyword:(".*?"),params:(.*?)(?:,propertyName:(\w+))?\};\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}\nerrors\+\+;/g;
  const body = code
    .replace(push, (_match, _name, path, schemaPath, keyword, params, propertyName) => {
      return `vErrors = add(vErrors, ${path?.slice(1) ?? 'instancePath'}, ${schemaPath}, ${keyword}, ${params}${propertyName ? `, ${propertyName}` : ''});\nerrors++;`;
    })
    .replace(/^\/\*# sourceURL=.*\n/gm, '');
  return `${body}\n${add}`;
}

const add = `function add(faults, instancePath, schemaPath, keyword, params, propertyName) {
  const fault = { instancePath, schemaPath, keyword, params };
  if (propertyName !== undefined) fault.propertyName = propertyName;
  if (faults === null) return [fault];
  faults.push(fault);
  return faults;
}`;

function declarations(notice: string, titles: ReadonlyMap<string, string>, units: readonly string[]): string {
  const lines = [...titles].map(
    ([name, title]) => `/** Checks the form of: ${title}. */\nexport const ${name}: Validator;`,
  );
  const names = units.map(name => JSON.stringify(name)).join(' | ');
  return `${notice}

/** One fault that a validator found, in Ajv's terms. */
export interface SchemaFault {
  /** Where in the value, as a JSON pointer. */
  readonly instancePath: string;
  /** Which part of the schema, from the definition that failed: \`#/$defs/money/pattern\`. */
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The key at fault, where it is a key and not a value. */
  readonly propertyName?: string;
}

/** Says whether a value has the right form; when not, \`errors\` holds the faults until the next call. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly SchemaFault[] | null;
}

${lines.join('\n')}

/** A definition of the plan schema that has a validator of its own. */
export type PlanUnit = ${names};

/** The validators of the plan schema by the name of the definition. */
export const planValidators: Readonly<Record<PlanUnit, Validator>>;
`;
}
