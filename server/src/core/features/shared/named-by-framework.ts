/**
 * What the plan's national framework names and asks for, among the values that the format lists: services, options,
 * milestones, sources of money, roles that sign. Completion puts these first, and hover says who asks and where.
 */

import type { Framework, Source, SourcedList } from '../../reference/framework';
import { say } from '../../text/say';
import { formatDate } from '../../values/calendar';
import type { Fact } from './fact';

interface Named {
  readonly value: string;
  /** What more the framework says of it: "by 31 December 2020". */
  readonly more?: string;
}

interface NamedList {
  readonly list: SourcedList<unknown>;
  readonly named: readonly Named[];
  /** What the framework does with what it lists: "asks for it". */
  readonly verb: string;
}

/** The values of the listed kind `def` ("funding-source") that `framework` names; none where it lists none of the kind. */
export function namedValues(framework: Framework | undefined, def: string | undefined): ReadonlySet<string> {
  const found = framework && listOfKind(framework, def);
  return new Set(found?.named.map(({ value }) => value));
}

/** What `framework` says of `value` of the listed kind `def`, and where it is said. */
export function frameworkFacts(
  framework: Framework | undefined,
  def: string | undefined,
  value: string,
): readonly Fact[] {
  const found = framework && listOfKind(framework, def);
  if (!found || found.named.length === 0) return [];
  const named = found.named.find(other => other.value === value);
  if (!named) return [{ label: framework.shortTitle, value: say`does not name it` }];
  const words = named.more === undefined ? found.verb : `${found.verb} ${named.more}`;
  return [{ label: framework.shortTitle, value: words }, ...originFacts(found.list)];
}

/** Where what a framework lists is said; or that it is a list of our own. */
export function originFacts({
  status,
  source,
  why,
}: Pick<SourcedList<unknown>, 'status' | 'source' | 'why'>): readonly Fact[] {
  if (status === 'own-list') {
    const reason = why === undefined ? [] : [{ label: say`Why`, value: why }];
    return [{ label: say`List`, value: say`our own, not an official one` }, ...reason];
  }
  return source === undefined ? [] : [{ label: say`Source`, value: sourceWords(source) }];
}

/** Whether somebody else may sign in a role, in a sentence; `undefined` where that is not known. */
export function delegationWords(delegable: boolean | undefined): string {
  if (delegable === undefined) return say`Whether somebody else may sign is not known.`;
  return delegable ? say`Somebody may sign in this person’s place.` : say`May not be delegated.`;
}

/** "Humphries, HSJ, 2015, by 2020 at the very latest". */
export function sourceWords({ title, date, clause }: Source): string {
  return [title, date, clause].filter(part => part !== undefined).join(', ');
}

function listOfKind(framework: Framework, def: string | undefined): NamedList | undefined {
  const plain = (list: SourcedList<string>) => list.values.map(value => ({ value }));
  switch (def) {
    case 'service-name':
      return {
        list: framework.services,
        named: plain(framework.services),
        verb: say`asks for it in the single budget`,
      };
    case 'option':
      return { list: framework.options, named: plain(framework.options), verb: say`offers it` };
    case 'funding-source':
      return { list: framework.fundingSources, named: plain(framework.fundingSources), verb: say`names it` };
    case 'milestone-type':
      return { list: framework.milestones, named: milestonesOf(framework), verb: say`asks for it` };
    default:
      return undefined;
  }
}

function milestonesOf({ milestones }: Framework): readonly Named[] {
  return milestones.values.map(({ type, by }) =>
    by === undefined ? { value: type } : { value: type, more: say`by ${formatDate(by)}` },
  );
}
