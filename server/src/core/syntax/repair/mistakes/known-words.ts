/**
 * Words that are keys in a plan. They only weigh one guess against another where the text cannot be read ("title North":
 * a colon left out, or a sentence that goes on?); nothing is accepted or refused because of them.
 */
const KEYS = `accountable_lead accountable_to agreed_by agreement agreements aims amount amounts annual_cost approvals
backfill baseline basis bcf_plan bodies body budget by capability_assessment caps case change charge_ends code
commissioner confirmed_by contributions covers data_sharing date days deadline decided_by decider decision
decisions definition delegated delegated_by depends_on description disputes done_on dpia duration edition email employer
ends estates evidence expires exposure final_decider forecast framework from functions fund funded_by funds gap good_is
governance group groups host id impact in_scope incorporates informs kind lawful_basis lead lead_commissioner
legal_basis legislation likelihood limit lines members method milestones minimum minute mitigation monitoring
moves_to name narrative needs_assessment novelty on one_plan opens option organisation outcomes overspend oversight owner
pace parties partner partners pay_framework pay_gap people people_served period person place plan pool_manager population
post predecessor provider purpose quorum reason receipt_to recovery_plan recurrent releases_to reports resources result
risk_share risks role scheme schemes service services shared_record shares_records shares_with sign_off signed site sites
source staff standard starts status steps stopped stops strategy systems targets termination title to transfers type
underspend unitary_charge vacancies value variation voting what what_changes when workforce wte year`;

export const knownKeys: ReadonlySet<string> = new Set(KEYS.split(/\s+/));

/** Whether the format has a key of this name, in plans or old plans. */
export function isKnownKey(word: string): boolean {
  return knownKeys.has(word);
}

/** Keys that are common words too: a sentence may go on with them. */
export function startsSentence(word: string, rest: string): boolean {
  return (
    /^(?:from|to|on|by|when|what|case|change|place|plan|days|people|services?|staff)$/.test(word) && /^[a-z]/.test(rest)
  );
}

/** Whether the value of `key` is a text in words. */
export function isTextKey(key: string): boolean {
  return TEXT_KEYS.has(key);
}

const TEXT_KEYS: ReadonlySet<string> = new Set(
  `definition description evidence mitigation name narrative note post purpose reason title what what_changes`.split(
    ' ',
  ),
);
