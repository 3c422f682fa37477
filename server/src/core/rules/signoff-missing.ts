/** `signoff-missing`: nobody has signed in a role that the framework asks for. */

import type { Problem } from '../finding';
import type { Partner, Signature } from '../model/items';
import type { SignOffRole } from '../reference/framework';
import { nearest } from '../text/nearest';
import { listAnd, say } from '../text/say';
import { shorten } from '../text/words';
import { askerOf } from './shared/asker';
import type { Rule, RuleContext } from './shared/rule';
import { roleNamed } from './shared/sign-off-roles';

export const signoffMissing: Rule = {
  id: 'signoff-missing',
  severity: { writing: 'off', agreed: 'error' },
  summary: 'An agreed plan is not signed in a role that its framework asks for.',
  why: 'A plan is agreed when the people who answer for the money have signed it: each council, each NHS commissioner and the board.',
  source:
    "North Yorkshire Health and Wellbeing Board, March 2025; Bromley Executive, October 2017: the chairman's signature was a formal requirement",
  about: ['statement'],
  restsOn: [
    'budget',
    'budget/contributions',
    'budget/contributions/partner',
    'partners',
    'partners/id',
    'partners/type',
    'sign_off/organisation',
    'sign_off/role',
    'title',
  ],
  examples: {
    bad: '#! as: agreed\nsign_off:\n  - {role: Health and Wellbeing Board Chair, person: a-example, organisation: county, date: 2017-03-24}\n',
    good: `#! as: agreed
sign_off:
  - {role: Health and Wellbeing Board Chair, person: a-example, organisation: county, date: 2017-03-24}
  - {role: Local Authority Chief Executive, person: a-example, organisation: county, date: 2017-03-24}
  - {role: Local Authority Section 151 Officer, person: a-example, organisation: county, date: 2017-03-24}
  - {role: CCG Accountable Officer, person: b-example, organisation: ccg, date: 2017-03-24}
`,
  },
  *check(context) {
    const { plan, framework } = context;
    if (plan.signOff.unread || framework.signOff.values.length === 0) return;
    if (plan.signOff.items.length === 0) {
      const roles = listAnd(framework.signOff.values.map(({ role }) => say`the ${role}`));
      const message = say`The plan is not signed: ${askerOf(framework, framework.signOff)} asks for ${roles}. Add each signature under "sign_off", with its role, person, organisation and date.`;
      yield { at: plan.signOff.at, message };
      return;
    }
    for (const role of framework.signOff.values) {
      const signed = plan.signOff.items.filter(signature => isFor(signature, role, context));
      const signers = signersOf(role, context);
      if (signers.length === 0) {
        if (signed.length === 0 && !plan.signOff.items.some(isInNoRole)) yield missing(role, undefined, context);
        yield* unnamed(signed);
        continue;
      }
      for (const partner of signers) {
        const own = signed.filter(({ organisation }) => organisation.value === partner.id.value);
        const anyones = signed.some(({ organisation }) => !context.index.partner(organisation));
        const open = plan.signOff.items.some(one => isInNoRole(one) && one.organisation.value === partner.id.value);
        if (own.length === 0 && !anyones && !open) yield missing(role, partner, context);
        yield* unnamed(own);
      }
    }
  },
};

/** Whether a signature says nothing of its role, which is told there: it may be the one that seems to be missing. */
function isInNoRole({ role }: Signature): boolean {
  return role.value === undefined;
}

/** Whether a signature is in `role`. */
function isFor({ role }: Signature, wanted: SignOffRole, { framework }: RuleContext): boolean {
  return roleNamed(role.value, framework) === wanted;
}

/** The partners that must each sign: those of the kind that put money in. None where the plan needs but one signature. */
function signersOf({ per }: SignOffRole, { plan }: RuleContext): readonly Partner[] {
  if (per === undefined || per === 'plan') return [];
  const types = per === 'council' ? ['upper-tier-council'] : ['clinical-commissioning-group', 'integrated-care-board'];
  const paying = new Set(plan.budget.contributions.items.map(({ partner }) => partner.value));
  return plan.partners.items.filter(
    ({ id, type }) => id.value !== undefined && paying.has(id.value) && types.includes(type.value ?? ''),
  );
}

function missing(role: SignOffRole, partner: Partner | undefined, { plan, framework }: RuleContext): Problem {
  const { items, at } = plan.signOff;
  const unknown = items.filter(item => item.role.value !== undefined && !roleNamed(item.role.value, framework));
  const near = nearest(
    role.role,
    unknown.map(item => item.role.value ?? ''),
  );
  const meant = unknown.find(item => item.role.value === near);
  const whose = partner ? say` of ${shorten(partner.name.value ?? partner.id.value ?? '', 80)}` : '';
  const advice = meant
    ? say`Write that role in the place of "${shorten(near ?? '')}".`
    : say`Add the signature under "sign_off", with the role, person, organisation and date.`;
  return {
    at: meant?.role.at ?? at,
    message: say`The plan is not signed by the ${role.role}${whose}, which ${askerOf(framework, framework.signOff, role)} asks for. ${advice}`,
    detail: `${role.role} ${partner?.id.value ?? ''}`.trim(),
  };
}

/** Signatures that hold the place of one. */
function* unnamed(signatures: readonly Signature[]): Iterable<Problem> {
  for (const { person, role } of signatures) {
    if (!person.unassigned || !person.given) continue;
    yield {
      at: person.at,
      message: say`The signature of the ${shorten(role.value ?? '')} names nobody: "${shorten(person.written ?? '')}" is not a person. Name the person who signed by their id from "people".`,
    };
  }
}
