/** The partners in next year's plan: successors in the place of bodies that have ended, each once, and who is missing. */

import type { Analysis } from '../../analysis';
import type { Partner } from '../../model/items';
import type { Plan } from '../../model/plan';
import { boardsAfter, type Commissioner } from '../../reference/commissioners';
import { placeWithCode, type ReferencePlace } from '../../reference/places';
import { commissionersAmong, outsidePeriod } from '../../rules/shared/plan-commissioners';
import { ListNode, MapNode, type Node, type ScalarNode } from '../../syntax/tree/node';
import { writeText } from '../../syntax/tree/write-scalar';
import { say } from '../../text/say';
import { shorten } from '../../text/words';
import { formatDate } from '../../values/calendar';
import { knownPartners, type StartingPartner } from '../known-partners';
import type { Period } from '../usual-period';
import type { Account } from './account';
import type { Revision } from './revision';
import { isCouncilOf } from './whose-plan';

/** The body that stands in the place of a partner. */
type Successor = Pick<StartingPartner, 'name' | 'code' | 'type'>;

/** Writes successors in the place of partners that have ended by `period`; two that became one are one from then on. */
export function carryPartners(
  revision: Revision,
  analysis: Analysis,
  plan: Plan,
  place: ReferencePlace,
  period: Period,
  account: Account,
): void {
  const followed = successorsIn(plan, place, period, account);
  const kept = new Map<string, Partner>();
  const dropped = new Map<Partner, Partner>();
  for (const partner of plan.partners.items) {
    const successor = followed.get(partner);
    const code = (successor?.code ?? partner.code.value ?? '').toUpperCase();
    const before = code === '' ? undefined : kept.get(code);
    if (before && (successor || followed.has(before))) dropped.set(partner, before);
    else if (code !== '') kept.set(code, partner);
  }
  for (const [partner, successor] of followed) if (!dropped.has(partner)) follow(revision, partner, successor);
  if (dropped.size === 0) return;
  if (plan.partners.node instanceof ListNode) {
    const nodes = new Set<Node>([...dropped.keys()].map(({ node }) => node));
    revision.cutItems(plan.partners.node, item => nodes.has(item));
  }
  for (const [partner, instead] of dropped) {
    account.changed.push(
      say`Partner "${idOf(partner)}" became the same body as "${idOf(instead)}": it is that one everywhere.`,
    );
  }
  redirect(revision, analysis, dropped, account);
}

/** The council of the place and its commissioners in `period` that `plan` does not name yet. */
export function missingPartners(plan: Plan, place: ReferencePlace, period: Period): readonly StartingPartner[] {
  const listed = commissionersAmong(plan);
  if (listed.some(({ known }) => !known)) return [];
  const there = new Set(listed.map(({ known }) => known?.code));
  const { partners, small } = knownPartners(place, period);
  // Which of the boards that took over from a group is meant is for the author to say.
  const isOpen = listed.some(({ known }) => known && outsidePeriod(known, period.from, period.to));
  return [...partners, ...small].filter(({ type, code }) => {
    if (type !== 'upper-tier-council') return !isOpen && !there.has(code);
    return !plan.partners.items.some(partner => partner.type.value === 'upper-tier-council');
  });
}

function successorsIn(
  plan: Plan,
  place: ReferencePlace,
  period: Period,
  account: Account,
): ReadonlyMap<Partner, Successor> {
  const followed = new Map<Partner, Successor>();
  const old = placeWithCode(plan.place.code.value ?? '');
  const councils = plan.partners.items.filter(({ type }) => type.value === 'upper-tier-council');
  for (const partner of councils) {
    if (!old || old.code === place.code || !isCouncilOf(old, partner.name.value, partner.code.value)) continue;
    followed.set(partner, { name: place.officialName, code: place.code, type: 'upper-tier-council' });
    account.changed.push(say`${place.officialName} (${place.code}) stands in the place of ${old.officialName}.`);
  }
  const { partners, small } = knownPartners(place, period);
  const now = [...partners.slice(1), ...small];
  for (const { partner, known } of commissionersAmong(plan)) {
    if (!known || outsidePeriod(known, period.from, period.to) !== 'ended') continue;
    const ended = endOf(known);
    const heir = heirOf(known, now);
    if (!heir) {
      account.readAgain.push(say`${ended}: say which of the boards of the place stands in its place.`);
      continue;
    }
    followed.set(partner, heir);
    account.changed.push(say`${ended}: ${heir.name} (${heir.code}) stands in its place.`);
  }
  return followed;
}

function endOf({ name, to, latest }: Commissioner): string {
  const last = formatDate(latest ?? '');
  return to === latest ? say`${name} ended on ${last}` : say`${name} was merged into another by ${last}`;
}

/** The one board of the place that took over from a board; or that is there alone where groups were before. */
function heirOf({ kind, code }: Commissioner, now: readonly StartingPartner[]): StartingPartner | undefined {
  const after = new Set(boardsAfter(code).map(board => board.code));
  const heirs = kind === 'board' ? now.filter(partner => after.has(partner.code)) : now;
  return heirs.length === 1 ? heirs[0] : undefined;
}

function follow(revision: Revision, { node }: Partner, successor: Successor): void {
  for (const key of ['name', 'type', 'code'] as const) {
    const entry = node.entry(key);
    if (entry) revision.setValue(entry, writeText(successor[key], node.style));
  }
}

/** Names the kept partner wherever a dropped one is named; in a list that has it already, the name goes. */
function redirect(
  revision: Revision,
  { tree, references, document }: Analysis,
  dropped: ReadonlyMap<Partner, Partner>,
  account: Account,
): void {
  const bodies = document?.kind === 'one-plan' ? document.governance.bodies : [];
  const isBody = (id: string) => bodies.some(body => body.id.value === id);
  const instead = new Map([...dropped].map(([partner, kept]) => [idOf(partner), idOf(kept)]));
  const parents = parentsIn(tree.root);
  const gone = new Map<ListNode, Set<Node>>();
  for (const { at, kinds } of references.references) {
    const to = instead.get(at.text);
    if (to === undefined || !kinds.includes('partner') || (kinds[0] === 'body' && isBody(at.text))) continue;
    const parent = parents.get(at);
    if (parent instanceof ListNode && isNamedBefore(parent, at, to, instead)) {
      gone.set(parent, (gone.get(parent) ?? new Set()).add(at));
    } else if (parent instanceof MapNode && parent.exact(at.text)?.key === at && parent.exact(to)) {
      revision.cutEntries(parent, [at.text]);
      account.leftOut.push(say`what stands for "${shorten(at.text)}" where "${to}" has its own`);
    } else revision.write(at, to);
  }
  for (const [list, items] of gone) revision.cutItems(list, item => items.has(item));
}

/** Whether `list` names `to` itself, or something before `at` that is named `to` from now on. */
function isNamedBefore(list: ListNode, at: ScalarNode, to: string, instead: ReadonlyMap<string, string>): boolean {
  const index = list.items.indexOf(at);
  return list.items.some((item, other) => {
    if (item.kind !== 'scalar') return false;
    return item.text === to || (other < index && instead.get(item.text) === to);
  });
}

function parentsIn(root: Node): ReadonlyMap<Node, Node> {
  const parents = new Map<Node, Node>();
  const visit = (node: Node): void => {
    const inner =
      node.kind === 'list' ? node.items : node.kind === 'map' ? node.entries.flatMap(e => [e.key, e.value]) : [];
    for (const child of inner) {
      parents.set(child, node);
      visit(child);
    }
  };
  visit(root);
  return parents;
}

function idOf({ id }: Partner): string {
  return id.value ?? '';
}
