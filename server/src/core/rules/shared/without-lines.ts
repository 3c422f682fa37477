/** The schemes of a plan, and its services in scope, for which the budget has no line. */
import type { Scheme } from '../../model/items';
import type { Plan, ServiceScope } from '../../model/plan';
import type { PlanIndex } from '../../model/plan-index';
import { mistyped } from './mistyped';

/** None while the lines cannot be read; one that a line seems to name in another word is left to the fault of that word. */
export function schemesWithoutLines({ schemes, budget }: Plan, index: PlanIndex): readonly Scheme[] {
  if (budget.lines.unread) return [];
  const without = schemes.items.filter(
    ({ id }) => id.value !== undefined && index.linesOfScheme(id.value).length === 0,
  );
  if (without.length === 0) return [];
  const meant = mistyped(
    budget.lines.items.map(line => line.scheme.value),
    schemes.items.map(({ id, name }) => ({ word: id.value, name: name.value })),
  );
  return without.filter(({ id }) => id.value !== undefined && !meant.has(id.value));
}

/** The same of the services in scope. */
export function servicesWithoutLines({ services, budget }: Plan, index: PlanIndex): readonly ServiceScope[] {
  if (budget.lines.unread) return [];
  const without = services.scopes.filter(
    ({ name, inScope }) => inScope.value === true && index.linesOfService(name).length === 0,
  );
  if (without.length === 0) return [];
  const meant = mistyped(
    budget.lines.items.map(line => line.service.value),
    services.scopes.map(({ name }) => ({ word: name })),
  );
  return without.filter(({ name }) => !meant.has(name));
}
