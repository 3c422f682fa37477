/** `sharing-no-agreement`: a scheme shares records, and no signed agreement to share them covers those who provide it. */

import type { Problem } from '../finding';
import type { Scheme } from '../model/items';
import type { Plan } from '../model/plan';
import type { PlanIndex } from '../model/plan-index';
import type { DataAgreement } from '../model/resources';
import { listAnd, say } from '../text/say';
import { lowerFirst } from '../text/words';
import { idsOf, namedBy } from './shared/named-by';
import { quotedName } from './shared/quoted-name';
import type { Rule } from './shared/rule';

export const sharingNoAgreement: Rule = {
  id: 'sharing-no-agreement',
  severity: { writing: 'warning', agreed: 'error' },
  summary:
    'A scheme shares records without an agreement that is signed by then, or with a provider that is no party to one.',
  why: 'Without an agreement staff cannot see the records that the scheme depends on.',
  source:
    'Health MJ 2017: "Lack of access to service user and staff records … is a barrier to joint working"; Blackpool Council, Better Care Fund (data sharing as a national condition)',
  answers: [
    { text: 'Health MJ 2017', words: 'better information sharing is key in integrating health and social care' },
  ],
  restsOn: [
    'budget',
    'budget/lines',
    'budget/lines/provider',
    'budget/lines/scheme',
    'data_sharing/agreements/parties',
    'partners',
    'partners/id',
    'schemes/id',
    'schemes/starts',
    'period/from',
  ],
  examples: {
    bad: 'schemes:\n  - {id: falls-response, name: Falls response service, lead: a-example, novelty: existing, shares_records: true}\n',
    good: `schemes:
  - {id: falls-response, name: Falls response service, lead: a-example, novelty: existing, shares_records: true}
data_sharing:
  agreements:
    - {id: care-record, parties: [county, ccg, trust], purpose: One record for falls, signed: 2017-03-01, expires: 2020-09-30}
`,
  },
  *check({ plan, index }) {
    const { agreements, none } = plan.dataSharing;
    if (agreements.unread) return;
    if (none !== undefined) {
      for (const { called, sharesRecords } of plan.schemes.items) {
        if (sharesRecords.value !== true) continue;
        yield {
          at: sharesRecords.at,
          message: say`${called} shares records, but "data_sharing" says that there is none. Add the agreement there in the place of "none:", or write "shares_records: false".`,
          related: [{ at: none.at, message: say`The reason why there is none` }],
        };
      }
      return;
    }
    // Where the parties of one cannot be read, anybody may be among them.
    if (agreements.items.some(({ node }) => node.get('parties')?.kind !== 'list')) return;
    const sharing = plan.schemes.items.filter(scheme => scheme.sharesRecords.value === true);
    const parties = partiesOf(agreements.items, plan);
    for (const scheme of sharing) {
      const outside = providersOf(scheme, index).filter(provider => !parties.has(provider.id.value ?? ''));
      if (agreements.items.length > 0 && outside.length === 0) continue;
      const message =
        agreements.items.length === 0
          ? say`${scheme.called} shares records, but the plan has no agreement to share them. Add one under "data_sharing", like "agreements: [{id: care-record, parties: [county, trust], purpose: One care record, signed: 2017-03-01}]".`
          : say`${scheme.called} shares records with ${listAnd(outside.map(provider => quotedName(provider)))}, which no agreement names among its parties. Add the missing party under "data_sharing", once it has signed.`;
      yield { at: scheme.sharesRecords.at, message };
    }
    yield* unsigned(sharing, plan, index);
    yield* signedLate(sharing, plan, index);
  },
};

/** Agreements that nobody has signed yet, and under which a scheme shares records. */
function* unsigned(sharing: readonly Scheme[], plan: Plan, index: PlanIndex): Iterable<Problem> {
  const { items } = plan.dataSharing.agreements;
  const signed = items.filter(agreement => agreement.signed.given);
  if (signed.length === items.length) return;
  const covered = partiesOf(signed, plan);
  for (const agreement of items) {
    if (agreement.signed.given) continue;
    const own = partiesOf([agreement], plan);
    const scheme = sharing.find(one => {
      const providers = providersOf(one, index).map(({ id }) => id.value ?? '');
      return providers.length === 0 ? signed.length === 0 : providers.some(id => own.has(id) && !covered.has(id));
    });
    if (!scheme) continue;
    yield {
      at: agreement.signed.at,
      message: say`${agreement.called} is not signed, and ${lowerFirst(scheme.called)} shares records under it. Write the day on which it was signed, like "signed: 2017-03-01".`,
      related: [{ at: scheme.sharesRecords.at, message: say`${scheme.called} shares records` }],
      detail: 'unsigned',
    };
  }
}

/** Agreements that are signed only after a scheme has begun to share records under them, and no other covers it before. */
function* signedLate(sharing: readonly Scheme[], plan: Plan, index: PlanIndex): Iterable<Problem> {
  const told = new Set<DataAgreement>();
  for (const scheme of sharing) {
    const begins = beginOf(scheme, plan);
    const providers = providersOf(scheme, index).map(({ id }) => id.value ?? '');
    for (const provider of begins === undefined ? [] : providers.length === 0 ? [undefined] : providers) {
      const covering = plan.dataSharing.agreements.items.filter(
        agreement => provider === undefined || partiesOf([agreement], plan).has(provider),
      );
      const first = firstSigned(covering);
      const day = first?.signed.value;
      if (!first || day === undefined || begins === undefined || day <= begins || told.has(first)) continue;
      told.add(first);
      yield {
        at: first.signed.at,
        message: say`${first.called} is signed on ${day}, but ${lowerFirst(scheme.called)} shares records under it from ${begins}. Sign it before that day, or let the scheme start later.`,
        related: [{ at: scheme.sharesRecords.at, message: say`${scheme.called} shares records` }],
        detail: 'late',
      };
    }
  }
}

/** The first day in the plan on which the scheme shares records; none where that is not said. */
function beginOf({ starts }: Scheme, { from }: Plan): string | undefined {
  if (starts.value === undefined || from.value === undefined) return starts.value;
  return starts.value > from.value ? starts.value : from.value;
}

/** The agreement that is signed first; none while the day of one is not known. */
function firstSigned(agreements: readonly DataAgreement[]): DataAgreement | undefined {
  if (agreements.some(({ signed }) => signed.value === undefined)) return undefined;
  return [...agreements].sort((a, b) => ((a.signed.value ?? '') < (b.signed.value ?? '') ? -1 : 1))[0];
}

/** The ids of all partners that are party to one of `agreements`. */
function partiesOf(agreements: readonly DataAgreement[], plan: Plan): ReadonlySet<string> {
  return namedBy(
    agreements.flatMap(({ parties }) => parties),
    idsOf(plan.partners.items),
  );
}

function providersOf(scheme: Scheme, index: PlanIndex) {
  const providers = index.linesOfScheme(scheme.id.value).flatMap(({ provider }) => index.partner(provider) ?? []);
  return [...new Set(providers)];
}
