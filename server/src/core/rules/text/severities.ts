/** Severities of the rules on the text itself: what cannot be read is wrong whatever the stage of the plan. */
import type { Severities } from '../../finding';

export const alwaysError: Severities = { writing: 'error', agreed: 'error' };
export const alwaysWarning: Severities = { writing: 'warning', agreed: 'warning' };
