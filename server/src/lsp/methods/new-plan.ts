/** `oneplan/newPlanChoices` and `oneplan/newPlan`: what an editor asks before it makes a new plan, and the plan's text. */
import { ProtocolRequestType } from 'vscode-languageserver';
import {
  fileNameFor,
  findPlace,
  frameworkNamed,
  newPlan,
  type Period,
  readDate,
  type StartingChoices,
  say,
  startingChoices,
} from '../../core/index';
import { keyOf } from '../document-uri';
import { noCapabilities, request } from '../method';
import type { Session } from '../session';

/** Where the plan will be: a folder, or any document in it, whose configuration may bring frameworks of its own. */
interface Whereabouts {
  readonly folder?: string;
}

export interface AskedPlan extends Whereabouts {
  /** The name or the code of the place. */
  readonly place: string;
  readonly period: Period;
  /** The id of the framework. */
  readonly framework: string;
  readonly option?: string;
}

/** The text and the usual name of the file, or one or two sentences that say why there is none. */
export type MadePlan = { readonly text: string; readonly fileName: string } | { readonly why: string };

export const newPlanChoicesRequest = new ProtocolRequestType<Whereabouts, StartingChoices, never, void, void>(
  'oneplan/newPlanChoices',
);
export const newPlanRequest = new ProtocolRequestType<AskedPlan, MadePlan, never, void, void>('oneplan/newPlan');

export const newPlanChoices = request(newPlanChoicesRequest, noCapabilities, async (session, asked) =>
  startingChoices(await ownFrameworks(session, asked)),
);

export const newPlanText = request(newPlanRequest, noCapabilities, async (session, asked): Promise<MadePlan> => {
  const { place: written, period, option } = asked;
  const framework = frameworkNamed(asked.framework, await ownFrameworks(session, asked));
  if (!framework) return { why: say`There is no framework "${asked.framework}". Choose another one.` };
  if (![period.from, period.to].every(day => 'date' in readDate(day)) || period.from >= period.to)
    return { why: say`The plan needs a first and a later last day. Write them like 2017-04-01 and 2020-03-31.` };
  const found = findPlace(written, period);
  if ('why' in found) return found;
  const text = newPlan({ place: found.place, period, framework, ...(option === undefined ? {} : { option }) });
  return { text, fileName: fileNameFor(found.place) };
});

async function ownFrameworks({ configurations }: Session, { folder }: Whereabouts) {
  if (folder === undefined) return [];
  const key = `${keyOf(folder).replace(/\/+$/, '')}/new.plan.yaml`;
  await configurations.ready(key);
  return configurations.settings(key).frameworks;
}
