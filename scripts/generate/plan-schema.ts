/** Bundles the plan schema for completion, hover and the explanation of faults: its text, parsed on first use. */
import { generatedNotice, readSchema } from './schema-file';

/** The plan schema as one module. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  const plan = await readSchema('plan');
  return new Map([['server/src/core/schema/plan-schema.generated.ts', moduleOf(JSON.stringify(plan))]]);
}

const moduleOf = (json: string): string => `${generatedNotice('schemas/plan.schema.json')}

/** A schema of the plan format, with what it says to people. */
export interface PlanSchema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | boolean)[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, PlanSchema | true>>;
  readonly required?: readonly string[];
  readonly propertyNames?: PlanSchema;
  readonly additionalProperties?: PlanSchema | false;
  readonly items?: PlanSchema;
  readonly if?: PlanSchema;
  readonly then?: PlanSchema;
  readonly else?: PlanSchema;
  readonly 'x-form'?: 'money' | 'date' | 'year' | 'id' | 'text' | 'prose' | 'yes-no' | 'whole' | 'number' | 'reference' | 'person';
  readonly 'x-ref'?: readonly string[];
  readonly 'x-kind'?: string;
  readonly 'x-item-name'?: string;
  readonly 'x-noun'?: string;
  readonly 'x-section'?: boolean;
  readonly 'x-asked-by'?: string;
  readonly 'x-enum-descriptions'?: readonly string[];
  readonly 'x-suggestions'?: readonly string[];
}

/** The whole schema: one definition for each shape, form and section. */
export interface PlanSchemaFile extends PlanSchema {
  readonly $defs: Readonly<Record<string, PlanSchema>>;
}

let parsed: PlanSchemaFile | undefined;

/** The schema of both document kinds; parsed on first use. */
export function planSchema(): PlanSchemaFile {
  parsed ??= JSON.parse(text) as PlanSchemaFile;
  return parsed;
}

const text = ${JSON.stringify(json)};
`;
