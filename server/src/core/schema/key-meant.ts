/**
 * Which key of the format an author meant by one that it does not have: "leads" for `lead`, "cost" for `amounts`. The
 * schema tells it as one fault; everything else reads what stands there as if the key were right, so that nothing is
 * told as missing which is only misnamed.
 */
import { isInOtherLetters, type MapNode } from '../syntax/tree/node';
import { nearest } from '../text/nearest';
import { isSameShape, type Shape } from './shape';

/** The key that the unknown one `key` of `node` stands for, if that is plain enough to say; none for a known key. */
export function keyMeant(key: string, node: MapNode, shape: Shape): string | undefined {
  const { properties } = shape.schema;
  if (properties === undefined || Object.hasOwn(properties, key)) return undefined;
  const known = meantIn(node, shape);
  const before = known.meant.get(key);
  if (before !== undefined) return before ?? undefined;
  // Nobody misspells more keys of one item; a hostile plan has thousands.
  if (known.meant.size >= MOST_MEANT) return undefined;
  const meant = keyLike(key, known.free);
  known.meant.set(key, meant ?? null);
  return meant;
}

const MOST_MEANT = 200;

interface Meant {
  readonly shape: Shape;
  readonly free: readonly string[];
  /** What each unknown key stands for; `null` where it is for none. */
  readonly meant: Map<string, string | null>;
}

const known = new WeakMap<MapNode, Meant>();

function meantIn(node: MapNode, shape: Shape): Meant {
  const before = known.get(node);
  if (before && isSameShape(before.shape, shape)) return before;
  const made: Meant = { shape, free: freeKeys(node, shape), meant: new Map() };
  known.set(node, made);
  return made;
}

function keyLike(key: string, free: readonly string[]): string | undefined {
  const word = key.replace(/(?<=[a-z])(?=[A-Z])/g, '_');
  const same = free.find(other => isInOtherLetters(word, other));
  const synonyms = SYNONYMS.get(word.toLowerCase().replace(/[\s-]+/g, '_'));
  return same ?? synonyms?.find(other => free.includes(other)) ?? nearest(key, free);
}

/** The keys that `node` may have and has not. */
export function freeKeys(node: MapNode, { schema }: Shape): readonly string[] {
  return Object.keys(schema.properties ?? {}).filter(other => !node.exact(other));
}

/** Words that authors use for keys of the format. */
const SYNONYMS = new Map<string, readonly string[]>([
  ['owner', ['lead']],
  ['responsible', ['lead', 'owner']],
  ['responsible_officer', ['lead', 'owner']],
  ['lead_officer', ['lead', 'owner']],
  ['accountable', ['lead', 'accountable_lead']],
  ['accountable_officer', ['lead', 'accountable_lead']],
  ['accountable_person', ['accountable_lead', 'lead']],
  ['lead', ['owner', 'accountable_lead', 'pool_manager']],
  ['due', ['deadline']],
  ['due_date', ['deadline']],
  ['target_date', ['deadline']],
  ['date', ['deadline', 'on']],
  ['name', ['title', 'what', 'group', 'site']],
  ['title', ['name', 'what']],
  ['description', ['what']],
  ['amount', ['amounts']],
  ['budget', ['amounts']],
  ['cost', ['amounts', 'amount']],
  ['costs', ['amounts', 'amount']],
  ['value', ['amounts', 'amount']],
  ['start', ['starts', 'from', 'opens']],
  ['start_date', ['starts', 'from']],
  ['starting', ['starts', 'from']],
  ['end', ['ends', 'to']],
  ['end_date', ['ends', 'to', 'deadline']],
  ['organisation', ['employer', 'partner', 'provider']],
  ['organization', ['organisation', 'employer', 'partner', 'provider']],
  ['role', ['post']],
  ['job_title', ['post']],
  ['projects', ['schemes']],
  ['programmes', ['schemes']],
  ['organisations', ['partners']],
  ['timetable', ['milestones']],
  ['measures', ['outcomes']],
]);
