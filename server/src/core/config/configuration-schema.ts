/** The JSON schemas of the files that a team writes beside its plans: the configuration and its own frameworks. */
import configuration from '../../../../schemas/config.schema.json';
import framework from '../../../../schemas/framework.schema.json';
import type { PlanSchemaFile } from '../schema/plan-schema.generated';

export const configurationSchema = configuration as unknown as PlanSchemaFile;
export const frameworkSchema = framework as unknown as PlanSchemaFile;
