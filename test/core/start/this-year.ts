/** Plans of 2025-26 of which next year's are made, and the making of them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../../server/src/core/for-workspace';
import {
  type Framework,
  frameworkNamed,
  type NextPlan,
  type Period,
  usualPeriod,
} from '../../../server/src/core/index';
import { nextPlan } from '../../../server/src/core/start/next-year/next-plan';
import { root } from '../../support/oneplan';

export const framework = named('better-care-fund-2026-27');
export const period = usualPeriod(framework);
export const tyneside = readFileSync(join(root, 'samples/better-care-fund-2025-26.plan.yaml'), 'utf8');

/** A plan of 2025-26 for Suffolk, with the two boards that became one, and something of each kind that goes or stays. */
export const suffolk = `# Our plan of 2025-26.
one_plan: 1
title: Suffolk plan 2025 to 2026
status: approved
# A word on the period.
period:
  from: 2025-04-01
  to: 2026-03-31
place: {code: E10000029, name: Suffolk}

partners:
  - {id: council, name: Suffolk County Council, type: upper-tier-council, code: E10000029}
  - id: snee
    name: NHS Suffolk and North East Essex Integrated Care Board
    type: integrated-care-board
    code: QJG
    forecast:
      2025-26: -£1m # in deficit
  # The second board.
  - {id: waveney, name: NHS Norfolk and Waveney Integrated Care Board, type: integrated-care-board, code: QMM}

people:
  - {id: a-example, name: A. Example, post: Director, employer: waveney}

governance:
  accountable_lead: a-example
  bodies:
    - {id: board, name: Board, type: health-and-wellbeing-board, members: [council, snee, waveney], accountable_to: council}
    - id: forum
      name: Forum
      members:
        - waveney
        - council

budget:
  contributions:
    - {id: one, partner: snee, source: nhs-minimum, amounts: {2024-25: £1m, 2025-26: £2m}, status: confirmed}
    - {id: two, partner: waveney, source: nhs-minimum, amounts: {2025-26: £1m}, confirmed_by: 2025-05-01, recurrent: true}
  lines:
    - id: care
      title: Care
      service: community-health
      scheme: care
      lead: a-example
      provider: waveney
      funded_by: one
      fund: pool
      amounts:
        2025-26: £3m
      status: indicative
  funds:
    - {id: pool, name: Pool, kind: pooled, agreement: signed, legal_basis: section-75-pooled, host: waveney, pool_manager: a-example, risk_share: {basis: capped, caps: {council: £1m, snee: £2m, waveney: £1m}}}

schemes:
  # oneplan-waive new-service-no-staff: the trust says so (a-example, until 2026-01-01)
  - {id: care, name: Care, lead: a-example, novelty: new, services: [community-health], outcomes: [falls]}
  - id: old
    name: Old
    lead: a-example
    novelty: existing # as before

milestones:
  - {id: signed, title: Signed, type: section-75-signed, lead: a-example, deadline: 2025-09-30, done_on: 2025-09-01}
  - {id: go, title: Go live, type: go-live, lead: a-example, deadline: 2026-02-01, depends_on: [signed]}
  - {id: check, title: Check, type: review, lead: a-example, deadline: 2026-03-01, depends_on: [signed, go]}

outcomes:
  - {id: falls, framework: PHOF, code: C29, name: Falls, lead: a-example, targets: {2025-26: 100}}

narrative:
  summary: Something of 2025-26.
`;

export function next(text: string, asked: { readonly place?: string; readonly period?: Period } = {}) {
  return nextPlan(analyse(text), { framework, period, from: 'this-year.plan.yaml', ...asked });
}

export function made(text: string, asked: { readonly place?: string; readonly period?: Period } = {}): NextPlan {
  const plan = next(text, asked);
  return 'text' in plan ? plan : assert.fail(JSON.stringify(plan));
}

export function planOf(text: string) {
  const { document } = analyse(text);
  assert.ok(document?.kind === 'one-plan');
  return document;
}

export function named(id: string): Framework {
  return frameworkNamed(id) ?? assert.fail(id);
}
