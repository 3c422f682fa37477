/**
 * Walks along the lines of a plan with the format in hand, and counts what does not fit: a line whose column belongs to
 * nothing, a key that the format does not know there, an item without what it must have. The weight of a text tells which
 * of two ways to indent it its author is likely to have meant.
 */
import { isRequired, type Shape, shapeOfItems, shapeOfKeys, shapeUnder } from '../schema/shape';
import type { OutlineLine } from './outline';

/** What does not fit, by how surely it is a mistake. */
const NOWHERE = 3;
const UNKNOWN = 2;
const MISSING = 1;
/** An item whose keys stand in another order than the format gives. */
const OUT_OF_ORDER = 0.2;
/** A level that does not start two columns further in than the one above it. */
const ODD_STEP = 0.35;

interface Level {
  readonly kind: 'map' | 'list';
  readonly column: number;
  readonly shape: Shape | undefined;
  /** Tells levels apart: the how-manieth of the walk it is. */
  readonly serial: number;
  /** Where the line starts that opened it. */
  readonly start: number;
  /** Keys of a mapping so far. */
  keys: readonly string[];
}

/** What is to follow below a key, or behind a dash. */
interface Pending {
  readonly column: number;
  readonly shape: Shape | undefined;
  readonly of: 'key' | 'dash';
}

/** Where a walk stands. A walk can be copied, to go on in several ways from one line. */
export class Walk {
  weight = 0;
  /** What each line was taken for so far: equal for two texts of one meaning. */
  meaning = '';
  /** How many keys stood below one that the format does not know: nothing is known of them. */
  unplaced = 0;
  private count = 0;
  /** Where the line starts that is gone over. */
  private start = 0;
  private levels: Level[];
  private pending: Pending | undefined;
  /** Column of the key whose plain text the line before ended with. */
  private text: number | undefined;

  constructor(root: Shape) {
    this.levels = [{ kind: 'map', column: 0, shape: root, serial: 0, start: 0, keys: [] }];
  }

  copy(): Walk {
    const copy: Walk = Object.create(Walk.prototype);
    copy.weight = this.weight;
    copy.meaning = this.meaning;
    copy.unplaced = this.unplaced;
    copy.count = this.count;
    copy.levels = this.levels.map(level => ({ ...level }));
    copy.pending = this.pending;
    copy.text = this.text;
    return copy;
  }

  /** Goes over `line`; gives what it adds to the weight. */
  step(line: OutlineLine): number {
    const before = this.weight;
    this.start = line.start;
    for (const dash of line.dashes) this.dash(dash);
    const isBehindDash = line.dashes.length > 0;
    if (line.key !== undefined) this.key(line.key, line, isBehindDash);
    else if (line.value !== '') this.plainText(line, isBehindDash);
    return this.weight - before;
  }

  /** The columns at which keys and items stand that are not ended yet. */
  columns(): readonly number[] {
    return this.levels.map(({ column }) => column);
  }

  /** Where the lines start that opened what is not ended yet and stands in another column than `column`. */
  openedBeside(column: number): readonly number[] {
    return this.levels.slice(1).flatMap(level => (level.column === column ? [] : [level.start]));
  }

  private get top(): Level | undefined {
    return this.levels.at(-1);
  }

  private dash(column: number): void {
    this.meaning += '- ';
    const { pending } = this;
    this.text = undefined;
    if (pending?.of === 'dash') {
      // A list in a list is nothing that the format has.
      this.weight += NOWHERE;
      this.pending = { ...pending, column };
      return;
    }
    this.closeDeeperThan(column);
    const { top } = this;
    if (top?.kind === 'list' && top.column === column) this.open(column, shapeOfItems(top.shape ?? NONE, undefined));
    else if (pending && top?.kind === 'map' && pending.column === top.column && pending.column <= column) {
      const list = pending.shape && this.listOf(pending.shape);
      if (pending.shape && !list) this.weight += UNKNOWN;
      this.push('list', column, list);
      // What stands in a list where the format has none is weighed as if it stood there without its dash.
      this.open(column, list ? shapeOfItems(list, undefined) : pending.shape);
    } else {
      this.weight += NOWHERE;
      this.toNearestList(column);
    }
  }

  private listOf(shape: Shape): Shape | undefined {
    return shape.schema.items ? shape : undefined;
  }

  private push(kind: Level['kind'], column: number, shape: Shape | undefined): Level {
    const level: Level = { kind, column, shape, serial: ++this.count, start: this.start, keys: [] };
    // Most plans start each level two columns further in, or a list in the column of its key.
    const above = this.top?.column ?? 0;
    if (column !== above + 2 && column !== above) this.weight += ODD_STEP;
    this.meaning += `(${this.top?.serial}>${level.serial} `;
    this.levels.push(level);
    return level;
  }

  private open(column: number, shape: Shape | undefined): void {
    this.pending = { column, shape, of: 'dash' };
  }

  /** A dash in a column of its own: it is taken for an item of the list that is nearest. */
  private toNearestList(column: number): void {
    const list = this.levels.findLast(({ kind }) => kind === 'list');
    if (list) while (this.top !== list) this.close();
    this.open(column, list?.shape && shapeOfItems(list.shape, undefined));
  }

  private key(key: string, line: OutlineLine, isBehindDash: boolean): void {
    const { column, value } = line;
    const level = isBehindDash ? this.firstOfItem(column) : this.levelAt(column, key);
    const { shape } = level;
    const inner = shape && shapeUnder(shape, key, undefined);
    if (!shape) this.unplaced++;
    if (shape && !isKeyOf(shape, key, inner)) this.weight += UNKNOWN;
    if (level.keys.includes(key)) this.weight += UNKNOWN;
    if (shape && isOutOfOrder(shape, level.keys, key)) this.weight += OUT_OF_ORDER;
    level.keys = [...level.keys, key];
    this.meaning += `${level.serial}.${key} `;
    const opens = value === '';
    this.pending = opens ? { column: level.column, shape: inner, of: 'key' } : undefined;
    this.text = opens || /^[{["'|>&*]/.test(value) ? undefined : column;
    if (!opens && inner && isContainer(inner) && !/^[{[|>&*]/.test(value)) this.weight += MISSING;
  }

  /** The mapping of an item, which starts on the line of its dash. */
  private firstOfItem(column: number): Level {
    const shape = this.pending?.shape;
    if (shape && !shape.schema.properties) this.weight += UNKNOWN;
    this.pending = undefined;
    return this.push('map', column, shape);
  }

  /** The mapping whose keys stand at `column`; one that is nearest where none does. */
  private levelAt(column: number, key: string): Level {
    const { pending } = this;
    this.closeDeeperThan(column);
    // A list may stand in the column of its key: the next key ends it.
    if (this.top?.kind === 'list' && this.levels.at(-2)?.column === column) this.close();
    const { top } = this;
    if (top?.kind === 'map' && top.column === column) {
      if (pending?.of === 'key' && pending.column === column && pending.shape && isContainer(pending.shape))
        this.weight += MISSING;
      return top;
    }
    const isBelow =
      pending !== undefined &&
      pending.column < column &&
      (pending.of === 'dash' ? top?.kind === 'list' : top?.kind === 'map' && top.column === pending.column);
    if (isBelow) {
      if (pending.shape && !isMapping(pending.shape) && key !== 'none') this.weight += UNKNOWN;
      return this.push('map', column, pending.shape);
    }
    this.weight += NOWHERE;
    return { kind: 'map', column, shape: undefined, serial: -1, start: 0, keys: [] };
  }

  private plainText({ column, value }: OutlineLine, isBehindDash: boolean): void {
    this.meaning += `${this.top?.serial}= `;
    if (isBehindDash) {
      const { pending } = this;
      if (pending?.shape?.schema.properties && !/^[{[*&]/.test(value)) this.weight += UNKNOWN;
      this.pending = undefined;
      this.text = column;
      return;
    }
    if (this.text !== undefined && column > this.text) return;
    if (this.pending && column > this.pending.column) {
      if (this.pending.shape && isContainer(this.pending.shape) && !/^[{[*&]/.test(value)) this.weight += UNKNOWN;
      this.text = this.pending.column;
      this.pending = undefined;
      return;
    }
    this.weight += NOWHERE;
  }

  private closeDeeperThan(column: number): void {
    while (this.levels.length > 1 && (this.top?.column ?? 0) > column) this.close();
  }

  private close(): void {
    const level = this.levels.pop();
    if (level?.kind !== 'map' || !level.shape || level.keys.includes('none')) return;
    for (const key of level.shape.schema.required ?? [])
      if (!level.keys.includes(key) && isRequired(level.shape, key)) this.weight += MISSING;
  }
}

const NONE: Shape = { def: undefined, schema: {}, file: { $defs: {} } as Shape['file'] };

function isContainer({ schema }: Shape): boolean {
  return schema.type === 'array' || schema.type === 'object';
}

function isMapping({ schema }: Shape): boolean {
  return schema.properties !== undefined || schema.additionalProperties !== undefined || schema.type === 'object';
}

/** Whether `key` may stand in a mapping of `shape`, under which `inner` would stand: one of its words, or of the form of its keys. */
function isKeyOf(shape: Shape, key: string, inner: Shape | undefined): boolean {
  const { properties, additionalProperties } = shape.schema;
  // A section that is knowingly empty says so, and nothing else.
  if (key === 'none') return true;
  if (properties && Object.hasOwn(properties, key)) return true;
  // A sentence with a colon is no key, wherever keys are free.
  if (/\S \S+ \S+ \S/.test(key)) return false;
  if (!inner) return properties === undefined && additionalProperties !== false;
  return shapeOfKeys(shape)?.schema['x-form'] !== 'year' || /^\d{4}\D\d{2,4}$/.test(key);
}

function isOutOfOrder({ schema }: Shape, keys: readonly string[], key: string): boolean {
  const last = keys.at(-1);
  if (!schema.properties || last === undefined) return false;
  const order = Object.keys(schema.properties);
  const [a, b] = [order.indexOf(last), order.indexOf(key)];
  return a >= 0 && b >= 0 && b < a;
}
