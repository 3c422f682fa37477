/**
 * What the format says of a place in a plan: the schema, read as data. Everything that follows the format (faults,
 * references, completion, hover) asks here; nothing else looks into the schema.
 */
import { isEmpty, isInOtherLetters, type Node } from '../syntax/tree/node';
import { type PlanSchema, type PlanSchemaFile, planSchema } from './plan-schema.generated';

/** A schema with its references followed; `def` is the innermost named shape ("money", "scheme"). */
export interface Shape {
  readonly def: string | undefined;
  readonly schema: PlanSchema;
  /** The schema file that it is from: the plan's, the configuration's or the frameworks'. */
  readonly file: PlanSchemaFile;
}

export type DocumentKind = 'one-plan' | 'bcf-plan';

/** The shape named `def` of the plan format. */
export function shapeNamed(def: string): Shape {
  return resolve(planSchema().$defs[def] ?? {}, undefined, planSchema(), def);
}

/** The shape of a whole document of another kind: a configuration, a framework. */
export function shapeOfFile(file: PlanSchemaFile): Shape {
  return resolve(file, undefined, file);
}

/** What may stand under `key` of a mapping of `shape`; `value` decides where two shapes are allowed. */
export function shapeUnder(shape: Shape, key: string, value: Node | undefined): Shape | undefined {
  const { properties, additionalProperties } = shape.schema;
  const own = properties && (Object.hasOwn(properties, key) ? properties[key] : inOtherLetters(properties, key));
  const schema = own ?? (additionalProperties || undefined);
  return schema === undefined || schema === true ? undefined : resolve(schema, value, shape.file);
}

/** What stands under a key that is right but for its letters ("Pool manager") is read as if the key were right. */
function inOtherLetters(
  properties: Readonly<Record<string, PlanSchema | true>>,
  written: string,
): PlanSchema | true | undefined {
  if (!/[A-Z\s_-]/.test(written)) return undefined;
  const key = Object.keys(properties).find(known => isInOtherLetters(written, known));
  return key === undefined ? undefined : properties[key];
}

/** What the items of a list of `shape` are. */
export function shapeOfItems(shape: Shape, value: Node | undefined): Shape | undefined {
  return shape.schema.items ? resolve(shape.schema.items, value, shape.file) : undefined;
}

/** What the keys of a mapping of `shape` are, where they are not fixed words: financial years, ids. */
export function shapeOfKeys(shape: Shape): Shape | undefined {
  return shape.schema.propertyNames ? resolve(shape.schema.propertyNames, undefined, shape.file) : undefined;
}

/** Both shapes of a value that may be one thing or another ("a list, or `none` with a reason"), the usual one first. */
export function alternatives(schema: PlanSchema, file: PlanSchemaFile = planSchema()): readonly Shape[] {
  const open = unfold(schema, file);
  if (!open.schema.if) return [open];
  const { if: _if, then, else: otherwise, ...outer } = open.schema;
  return [otherwise, then].flatMap(branch =>
    branch ? alternatives(branch, file).map(inner => ({ ...inner, schema: { ...inner.schema, ...outer } })) : [],
  );
}

/** Whether a mapping of `shape` must have `key`. */
export function isRequired(shape: Shape, key: string): boolean {
  return shape.schema.required?.includes(key) ?? false;
}

/**
 * Whether both say the same of one value. What is remembered of a node must ask: a list that stands as it was may have
 * come under another key, because the line above it has changed.
 */
export function isSameShape(one: Shape, other: Shape): boolean {
  if (one === other) return true;
  const [a, b] = [one.schema, other.schema];
  return one.def === other.def && a.properties === b.properties && a.items === b.items && a['x-ref'] === b['x-ref'];
}

/** Follows references and conditions; what is said nearer to the key wins over what the named shape says. */
function resolve(schema: PlanSchema, value: Node | undefined, file: PlanSchemaFile, name?: string): Shape {
  const before = unconditional.get(schema);
  if (before) return before;
  const open = unfold(schema, file, name);
  if (!open.schema.if) {
    unconditional.set(schema, open);
    return open;
  }
  const branch = meets(open.schema.if, value) ? open.schema.then : open.schema.else;
  if (!branch) return open;
  const { if: _if, then: _then, else: _else, ...outer } = open.schema;
  const inner = resolve(branch, value, file);
  return { def: inner.def ?? open.def, schema: { ...inner.schema, ...outer }, file };
}

/** Shapes that are the same whatever the value: most of them, and asked for at every key of a plan. */
const unconditional = new WeakMap<PlanSchema, Shape>();

function unfold(schema: PlanSchema, file: PlanSchemaFile, name?: string): Shape {
  if (schema.$ref === undefined) return { def: name, schema, file };
  const def = schema.$ref.replace('#/$defs/', '');
  const { $ref: _ref, ...outer } = schema;
  const inner = unfold(file.$defs[def] ?? {}, file, def);
  return { def: inner.def, schema: { ...inner.schema, ...outer }, file };
}

/** Whether `value` meets the condition of an `if`: of a type, and with the keys that it names. */
function meets(condition: PlanSchema, value: Node | undefined): boolean {
  if (value === undefined) return false;
  if (condition.type === 'object' && value.kind !== 'map') return false;
  if (condition.type === 'array' && value.kind !== 'list') return false;
  // "none:" whose reason is still to be written is none all the same, as long as nothing else stands beside it.
  const isThere = (key: string) =>
    value.kind === 'map' &&
    (!isEmpty(value.get(key)) || (value.entries.length === 1 && value.exact(key) !== undefined));
  return (condition.required ?? []).every(isThere);
}

/** Under which key an item of `shape` has its name. */
export function nameKeyOf({ schema }: Shape): string {
  return schema['x-item-name'] ?? 'name';
}
