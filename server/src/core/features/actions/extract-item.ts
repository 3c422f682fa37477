/** *Extract*: a person or a partner who is named in words where an id belongs becomes an item of their own. */

import { shapedNodesAt } from '../../cursor/nodes-at';
import { isEmpty } from '../../syntax/tree/node';
import { writeText } from '../../syntax/tree/write-scalar';
import { say } from '../../text/say';
import { shorten } from '../../text/words';
import { isPlaceholder } from '../../values/placeholder';
import { idFrom } from '../shared/new-id';
import { snippetText, TabStops } from '../shared/snippet';
import { type Action, type PlanActionContext, plainEdit } from './action';
import { idsOf } from './add-missing-line';
import { insertItem, type Values } from './insert';

export function extractItem(context: PlanActionContext): readonly Action[] {
  const { analysis, range } = context;
  const at = shapedNodesAt(analysis.tree.root, 'one-plan', range.start).at(-1);
  const kinds = at?.shape?.schema['x-ref'] ?? [];
  if (!at || at.isKey || at.node.kind !== 'scalar' || isEmpty(at.node)) return [];
  const { text: name, start, end } = at.node;
  const kind = kinds.find(candidate => candidate === 'person' || candidate === 'partner');
  const isKnown = analysis.references.definitions.some(other => kinds.includes(other.kind) && other.id.text === name);
  if (!kind || isKnown || name.trim() === '' || isPlaceholder(name)) return [];
  const id = idFrom(name, kind, analysis);
  const path = kind === 'person' ? ['people'] : ['partners'];
  const item = insertItem(analysis, path, kind === 'person' ? person(context, id, name) : partner(id, name));
  if (!item) return [];
  const title = say`Add "${shorten(name, 40)}" to the ${path[0]}`;
  return [{ title, kind: 'extract', edits: [plainEdit({ start, end }, id), item] }];
}

function person({ plan }: PlanActionContext, id: string, name: string): Values {
  const stops = new TabStops();
  const partners = idsOf(plan.partners.items);
  return [
    ['id', id],
    ['name', snippetText(writeText(name, 'flow'))],
    ['post', stops.next('Post')],
    ['employer', partners.length > 0 ? stops.choice(partners) : stops.next()],
  ];
}

function partner(id: string, name: string): Values {
  const stops = new TabStops();
  const likely = TYPES.find(([words]) => words.test(name))?.[1];
  const others = TYPES.map(([, type]) => type).filter(type => type !== likely);
  return [
    ['id', id],
    ['name', snippetText(writeText(name, 'flow'))],
    ['type', stops.choice(likely ? [likely, ...others] : others)],
  ];
}

/** What the name of an organisation tells of its kind. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/foundation trust|\bFT\b/i, 'nhs-foundation-trust'],
  [/NHS trust/i, 'nhs-trust'],
  [/clinical commissioning|\bCCG\b/i, 'clinical-commissioning-group'],
  [/integrated care board|\bICB\b/i, 'integrated-care-board'],
  [/federation/i, 'gp-federation'],
  [/healthwatch/i, 'healthwatch'],
  [/combined authority/i, 'combined-authority'],
  [/NHS England/i, 'nhs-england'],
  [/district|borough/i, 'district-council'],
  [/council/i, 'upper-tier-council'],
  [/ltd|limited|plc/i, 'independent-provider'],
  [/$/, 'voluntary-sector'],
];
