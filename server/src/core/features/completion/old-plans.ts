/** What a plan can bring in: the old plans that are known around it by their paths, and the schemes that each of them had. */

import type { Project } from '../../project';
import { writeText } from '../../syntax/tree/write-scalar';
import { formatMoney } from '../../values/money';
import { writtenBeside } from '../shared/plan-facts';
import type { Completion, CompletionContext, OldPlansAround } from './context';

/** The old plans that `project` knows around the document at `uri`: those that a path from it leads to. */
export function oldPlansAround(project: Project, uri: string): OldPlansAround {
  return {
    all: () =>
      project.uris().flatMap(other => {
        const plan = project.analysis(other)?.document;
        if (plan?.kind !== 'bcf-plan') return [];
        const path = pathFrom(uri, other);
        return project.locate(uri, path) === other ? [{ path, plan }] : [];
      }),
  };
}

/** The path from the document `from` to the document `to`, as it is written in a plan. */
function pathFrom(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const steps = to.split('/');
  let same = 0;
  while (same < folders.length && same < steps.length - 1 && folders[same] === steps[same]) same++;
  const path = [...folders.slice(same).map(() => '..'), ...steps.slice(same)].join('/');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Paths of old plans, where one is asked for: those first that the plan does not bring in yet. */
export function oldPlanPaths({ analysis, shapes, cursor, oldPlans }: CompletionContext): readonly Completion[] {
  if (cursor.role !== 'value' || cursor.key !== 'plan' || shapes[0]?.def !== 'incorporated-plan') return [];
  const { document } = analysis;
  const there = new Set(
    document?.kind === 'one-plan' ? document.incorporates.items.map(({ plan }) => plan.value) : undefined,
  );
  return [...oldPlans.all()]
    .sort((a, b) => Number(there.has(a.path)) - Number(there.has(b.path)))
    .map(({ path, plan }) => ({
      label: path,
      kind: 'value',
      detail: plan.title.value ?? '',
      filter: `${path} ${plan.title.value ?? ''}`,
      edit: { at: cursor.word, text: writeText(path, cursor.flow ? 'flow' : 'block') },
      snippet: false,
    }));
}

/** Schemes of the old plan that is named beside them, as far as nothing is said of them: by id or by name. */
export function oldSchemeKeys(context: CompletionContext, taken: ReadonlySet<string>): readonly Completion[] {
  const { shapes, cursor, oldPlans } = context;
  if (!shapes.some(({ def }) => def === 'old-schemes')) return [];
  const path = writtenBeside(context, 'plan');
  const old = oldPlans.all().find(each => each.path === path);
  return (old?.plan.schemes.items ?? []).flatMap(({ id, name, amount }): readonly Completion[] => {
    if (id.value === undefined || taken.has(id.value)) return [];
    const money = amount.value === undefined ? '' : formatMoney(amount.value);
    const key = writeText(id.value, cursor.flow ? 'flow' : 'block');
    return [
      {
        label: id.value,
        kind: 'reference',
        detail: [name.value ?? '', money].filter(part => part !== '').join(' · '),
        filter: `${id.value} ${name.value ?? ''}`,
        edit: { at: cursor.word, text: cursor.hasColon ? key : `${key}: ` },
        snippet: false,
      },
    ];
  });
}
