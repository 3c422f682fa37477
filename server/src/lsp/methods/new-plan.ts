/** `oneplan/newPlanChoices` and `oneplan/newPlan`: what an editor asks before it makes a new plan, and the plan's text. */
import {
  type CalendarDate,
  fileNameFor,
  findPlace,
  frameworkNamed,
  newPlan,
  readDate,
  say,
  startingChoices,
} from '../../core/index';
import type { MadePlan, Period, Whereabouts } from '../../protocol';
import { keyOf } from '../../workspace/uri';
import { ownRequest } from '../method';
import type { Session } from '../session';

export const newPlanChoices = ownRequest('oneplan/newPlanChoices', async (session, asked) =>
  startingChoices(await ownFrameworks(session, asked), dayIn(asked.today)),
);

export const newPlanText = ownRequest('oneplan/newPlan', async (session, asked): Promise<MadePlan> => {
  const { place: written, period, option } = asked;
  const framework = frameworkNamed(asked.framework, await ownFrameworks(session, asked));
  if (!framework) return { why: say`There is no framework "${asked.framework}". Choose another one.` };
  const wrong = wrongPeriod(period);
  if (wrong !== undefined) return { why: wrong };
  const found = findPlace(written, period);
  if ('why' in found) return found;
  const text = newPlan({ place: found.place, period, framework, ...(option === undefined ? {} : { option }) });
  return { text, fileName: fileNameFor(found.place) };
});

/** Why `period` is invalid; `undefined` where it is valid. */
export function wrongPeriod({ from, to }: Period): string | undefined {
  if ([from, to].every(day => 'date' in readDate(day)) && from < to) return undefined;
  return say`The plan needs a first and a later last day. Write them like 2017-04-01 and 2020-03-31.`;
}

/** The date that the editor sent, if it is one. */
export function dayIn(written: string | undefined): CalendarDate | undefined {
  const reading = written === undefined ? undefined : readDate(written);
  return reading && 'date' in reading ? reading.date : undefined;
}

async function ownFrameworks(session: Session, { folder }: Whereabouts) {
  if (folder === undefined) return [];
  const key = `${keyOf(folder).replace(/\/+$/, '')}/new.plan.yaml`;
  await session.ready(key);
  return session.workspace.settings(key).frameworks;
}
