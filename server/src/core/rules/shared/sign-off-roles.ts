/** The roles in which a plan is signed, as its framework has them, by any of their names. */
import type { Framework, SignOffRole } from '../../reference/framework';

/** The role that an author calls `written`. */
export function roleNamed(written: string | undefined, { signOff }: Framework): SignOffRole | undefined {
  if (written === undefined) return undefined;
  const folded = fold(written);
  return signOff.values.find(({ role, also = [] }) => [role, ...also].some(name => fold(name) === folded));
}

/** "Chair, Health & Wellbeing Board" and "chair of the health and wellbeing board" are one role. */
function fold(role: string): string {
  return role
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/\bs\.?\s?151\b/g, 'section 151')
    .replace(/[^a-z\d]+/g, ' ')
    .replace(/\b(?:of|the)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
