/**
 * *Add what the rule asks for* in mappings keyed by ids: missing caps of partners, and old schemes that the plan does
 * not mention.
 */

import { shapeNamed } from '../../schema/shape';
import type { Node } from '../../syntax/tree/node';
import { writeText } from '../../syntax/tree/write-scalar';
import { listAnd, say } from '../../text/say';
import { shorten } from '../../text/words';
import { snippetText, TabStops } from '../shared/snippet';
import type { Action, PlanActionContext } from './action';
import { idsOf } from './add-missing-line';
import { insertEntry } from './insert';

export function addAskedEntries(context: PlanActionContext): readonly Action[] {
  return context.findings.flatMap((finding): readonly Action[] => {
    if (finding.rule === 'risk-share-uncapped') return missingCaps(context, finding);
    return finding.rule === 'bcf-scheme-orphaned' ? oldScheme(context, finding) : [];
  });
}

type Finding = PlanActionContext['findings'][number];

function missingCaps({ plan, analysis }: PlanActionContext, finding: Finding): readonly Action[] {
  const fund = plan.budget.funds.items.find(({ node }) => isWithin(finding, node));
  const riskShare = fund?.node.get('risk_share');
  const caps = riskShare?.kind === 'map' ? riskShare.get('caps') : undefined;
  if (caps?.kind !== 'map' || caps.entries.length === 0) return [];
  const payers = new Set(plan.budget.contributions.items.flatMap(({ partner }) => partner.value ?? []));
  const without = [...payers].filter(id => !caps.entry(id));
  const stops = new TabStops();
  const edits = without.flatMap(
    id => insertEntry(analysis, caps, shapeNamed('caps'), id, () => ` ${stops.next('£0')}`) ?? [],
  );
  const title = say`Add a cap for ${listAnd(without.map(id => shorten(id)))}`;
  return edits.length === 0 || edits.length < without.length ? [] : [{ title, kind: 'quickfix', finding, edits }];
}

/** The old scheme is carried on by one of the plan's schemes: which one is for the author. */
function oldScheme({ plan, analysis }: PlanActionContext, finding: Finding): readonly Action[] {
  const incorporated = plan.incorporates.items.find(({ node }) => isWithin(finding, node));
  const schemes = incorporated?.node.get('schemes');
  const { detail } = finding;
  if (detail === undefined || schemes?.kind !== 'map' || schemes.entry(detail)) return [];
  const value = new TabStops().choice(idsOf(plan.schemes.items));
  const key = snippetText(writeText(detail, schemes.style === 'flow' ? 'flow' : 'block'));
  const edit = insertEntry(analysis, schemes, shapeNamed('old-schemes'), key, () => ` ${value}`);
  const title = say`Say what became of "${shorten(detail)}"`;
  return edit ? [{ title, kind: 'quickfix', finding, edits: [edit] }] : [];
}

function isWithin({ at }: Finding, node: Node): boolean {
  return node.start <= at.start && at.start <= node.end;
}
