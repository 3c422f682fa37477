/**
 * What stands between a plan and its being agreed: the errors that it would have as an agreed plan, by section and by
 * condition of its framework. One number for the status in the editor, the command line and every report.
 */

import type { Analysis } from './analysis';
import type { Finding } from './finding';
import type { Judgement } from './judge';
import { type Plan, stageOf } from './model/plan';
import type { Condition, Framework } from './reference/framework';
import { shapeNamed, shapeUnder } from './schema/shape';
import { count, said, say } from './text/say';

export interface Readiness {
  readonly framework: Framework | undefined;
  /** Every finding that stands in the way, in the order of the text. */
  readonly toDo: readonly Finding[];
  /** The same by section of the plan, in the order of the format; sections with nothing to do are left out. */
  readonly sections: readonly SectionToDo[];
  /** By condition of the framework, met ones with nothing to do included. */
  readonly conditions: readonly { readonly condition: Condition; readonly toDo: readonly Finding[] }[];
}

interface SectionToDo {
  /** The key of the section; "plan" for what belongs to no section. */
  readonly key: string;
  /** As the format calls it: "Budget". */
  readonly title: string;
  readonly toDo: readonly Finding[];
}

/** The readiness that follows from a judgement made as if the plan were agreed; what a baseline holds is taken out of it before. */
export function readinessFrom(analysis: Pick<Analysis, 'document'>, judgement: Judgement): Readiness {
  const toDo = toDoIn(judgement);
  const conditions = judgement.framework?.conditions.values ?? [];
  return {
    framework: judgement.framework,
    toDo,
    sections: bySection(analysis, toDo),
    conditions: conditions.map(condition => ({
      condition,
      toDo: toDo.filter(({ rule }) => condition.rules.includes(rule)),
    })),
  };
}

/** What stands in the way, from a judgement made as if the plan were agreed. */
export function toDoIn({ findings }: Judgement): readonly Finding[] {
  return findings.filter(({ severity }) => severity === 'error');
}

/** How a plan with so much to do stands, to follow its name or status: "7 to do before it can be agreed". */
export function standingOf({ status }: Plan, toDo: number): string {
  if (stageOf(status.value) !== 'writing') return toFix(toDo);
  return toDo === 0 ? say`ready to be agreed` : say`${toDo} to do before it can be agreed`;
}

/** "2 errors to put right". */
export function toFix(errors: number): string {
  return errors === 0 ? say`nothing to put right` : say`${count(errors, 'error')} to put right`;
}

function bySection({ document }: Pick<Analysis, 'document'>, toDo: readonly Finding[]): readonly SectionToDo[] {
  const plan = shapeNamed(document?.kind ?? 'one-plan');
  const groups = new Map<string, Finding[]>();
  for (const finding of toDo) {
    const entry = document?.root.entries.find(
      ({ key, value }) => key.start <= finding.at.start && finding.at.start <= Math.max(key.end, value.end),
    );
    const key = entry && shapeUnder(plan, entry.key.text, entry.value)?.schema['x-section'] ? entry.key.text : 'plan';
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  const order = ['plan', ...Object.keys(plan.schema.properties ?? {})];
  return [...groups]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([key, findings]) => ({
      key,
      title: key === 'plan' ? say`The plan as a whole` : titleOf(key, plan),
      toDo: findings,
    }));
}

function titleOf(key: string, plan: ReturnType<typeof shapeNamed>): string {
  return said(shapeUnder(plan, key, undefined)?.schema.title ?? key);
}
