/** *Choose the commissioning option*: one of the three that the framework offers. */
import { say } from '../../text/say';
import type { Action, PlanActionContext } from './action';
import { insertKey, setValue } from './insert';

export function chooseOption({ plan, analysis, findings, framework }: PlanActionContext): readonly Action[] {
  const finding = findings.find(({ rule }) => rule === 'option-not-chosen');
  if (!finding || plan.governance.option.value !== undefined) return [];
  const governance = analysis.tree.root.get('governance');
  const there = governance?.kind === 'map' ? governance.entry('option') : undefined;
  return (framework?.options.values ?? []).flatMap((option): Action[] => {
    const edit = there ? setValue(analysis, there, option) : insertKey(analysis, ['governance'], 'option', option);
    const title = say`Choose the option "${option}"`;
    return edit ? [{ title, kind: 'quickfix', finding, edits: [edit] }] : [];
  });
}
