/** The result of `oneplan merge`, scheme by scheme, and what is left to the author. */
import { type CarriedScheme, count, formatMoney } from '../../core/index';

export function summaryText(plan: string, carried: readonly CarriedScheme[]): string {
  if (carried.length === 0) return `Every scheme of these old plans is accounted for in ${plan} already.\n`;
  const plans = new Set(carried.map(({ fate }) => fate.old.from.uri));
  const lines = carried.flatMap(({ line }) => line ?? []);
  const money = lines.reduce((sum, { pence }) => sum + (pence ?? 0), 0);
  const fresh = carried.filter(({ fate }) => fate.kind === 'new').length;
  return [
    `Brought into ${plan}: ${count(carried.length, 'scheme')} of ${count(plans.size, 'old plan')}.`,
    ...carried.map(scheme => `  ${oneScheme(scheme)}`),
    ...(fresh + lines.length > 0
      ? [
          `Added: ${count(fresh, 'scheme')} and ${count(lines.length, 'budget line')} with ${formatMoney(money)}. What the old plans do not say is left to fill, such as the service of each line; "oneplan lint ${plan}" lists it.`,
        ]
      : []),
    '',
  ].join('\n');
}

function oneScheme({ fate, line }: CarriedScheme): string {
  const { id, name } = fate.old;
  const what =
    fate.kind === 'stopped'
      ? `stopped on ${fate.on}`
      : `${fate.kind === 'new' ? 'is now the scheme' : 'is carried on by'} ${fate.scheme}`;
  const money = line?.pence === undefined ? '' : `, with ${formatMoney(line.pence)} in ${line.year ?? 'its year'}`;
  return `${id} "${name.replace(/\s+/g, ' ')}" ${what}${money}`;
}
