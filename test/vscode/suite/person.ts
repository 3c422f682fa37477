/** The person at the window, as the tests see them: each call goes over the bridge and waits until it is done. */

import type { Report } from '../harness/bridge.js';
import type { Deeds, Look, Widget } from '../harness/person.js';

/** Acts and looks as a user does; see `harness/person.ts` for what each deed is. Every call rejects with what could not be done. */
export const person = {
  press: (...keys: readonly string[]) => ask('press', { keys }),
  type: (text: string) => ask('type', { text }),
  click: (widget: Widget, text: string) => ask('click', { widget, text }),
  clickExactly: (widget: Widget, text: string) => ask('clickExactly', { widget, text }),
  pointAt: (text: string, widget: Widget = 'editor') => ask('pointAt', { text, widget }),
  lookAt: (look: Look) => ask('lookAt', look),
  drag: (widget: Widget, by: number) => ask('drag', { widget, by }),
  resize: (size: { readonly width: number; readonly height: number }) => ask('resize', size),
  slowDown: (times: number) => ask('slowDown', { times }),
  pressLightBulb: () => ask('pressLightBulb', {}),
  texts: (widget: Widget) => ask('texts', { widget }),
  waitFor: (widget: Widget, text: string) => ask('waitFor', { widget, text }),
  sees: (widget: Widget, text: string) => ask('sees', { widget, text }),
  waitForPage: (text: string) => ask('waitForPage', { text }),
  screenshot: (name: string) => ask('screenshot', { name }),
} as const;

/** Tells a result to the run. */
export async function tell(report: Report): Promise<void> {
  await post('report', report);
}

async function ask<Name extends keyof Deeds>(deed: Name, given: object): Promise<Awaited<ReturnType<Deeds[Name]>>> {
  return (await post(deed, given)) as Awaited<ReturnType<Deeds[Name]>>;
}

async function post(path: string, sent: object): Promise<unknown> {
  const response = await fetch(`${process.env['ONEPLAN_TEST_BRIDGE']}/${path}`, {
    method: 'POST',
    body: JSON.stringify(sent),
  });
  const answer = (await response.json()) as { readonly value?: unknown; readonly error?: string };
  if (answer.error !== undefined) throw new Error(`${path}: ${answer.error}`);
  return answer.value;
}
