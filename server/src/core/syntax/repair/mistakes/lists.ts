/** Lists: a dash left out, a dash without its space, another sign in its place. */
import { say } from '../../../text/say';
import { written } from '../../tree/written';
import { shift } from './indentation';
import { blockFrom, contentAfter, contentBefore, dashAbove, type Line, type LocalSpan } from './line';
import type { Detector, Diagnosis } from './mistake';
import type { Repair } from './repaired-text';

/** A second item whose dash was left out: its first key starts where the dashes stand. */
export const missingDash: Detector = function* ({ text, lines }) {
  for (const line of lines) {
    if (line.dash !== undefined || !line.key) continue;
    const beside = dashAbove(text, line);
    if (!beside) continue;
    const key = written(text.slice(line.key.from, line.key.to));
    const fix = { title: say`Put a dash before the item`, safe: false };
    const message = say`${key} starts a new item of the list, but there is no dash before it. Write a dash and a space before it.`;
    const dash: Repair = { from: line.body, to: line.body, text: '- ' };
    const rest = siblings(text, line);
    const common = { mistake: 'missing-dash', at: line.key, message, fix };
    if (rest.length > 0) yield { ...common, repair: [dash, ...shift(text, rest, 2)] };
    yield { ...common, repair: [dash] };
  }
};

/** An item between brackets whose dash was left out, beside items that have theirs: `{id: falls}` */
export const missingDashBeforeBracket: Detector = function* ({ text, lines }) {
  for (const line of lines) {
    if (line.dash !== undefined || text[line.body] !== '{') continue;
    if (!dashAbove(text, line) && !dashBelow(text, line)) continue;
    const repair = [{ from: line.body, to: line.body, text: '- ' }];
    yield {
      mistake: 'missing-dash',
      at: { from: line.body, to: line.body + 1 },
      message: say`There is no dash before ${written(text.slice(line.body, line.value.to))}, so it is not an item of the list. Write a dash and a space before it.`,
      repair,
      fix: { title: say`Put a dash before the item`, safe: true },
    };
  }
};

/** The first item of a list without its dash: only the keys of those below it start with one. */
export const missingFirstDash: Detector = function* ({ text, lines }) {
  for (const line of lines) {
    if (line.dash === undefined) continue;
    const block = blockAbove(text, line);
    const first = block[0];
    if (first?.key && startsAlike(text, first, line)) yield firstDashInItsColumn(text, first.key, first, block);
    if (!first?.key || first.indent < line.indent + 2) continue;
    const from = first.start + line.indent;
    yield {
      mistake: 'missing-dash',
      at: first.key,
      message: say`${written(text.slice(first.key.from, first.key.to))} starts the first item of the list, but there is no dash before it. Write a dash and a space before it.`,
      repair: [{ from, to: from + 2, text: '- ' }],
      fix: { title: say`Put a dash before the item`, safe: false },
    };
  }
};

/** Whether `first` starts in the column of the dash of `item`, and with the same key as it. */
function startsAlike(text: string, first: Line, item: Line): boolean {
  const key = ({ key }: Line) => (key ? text.slice(key.from, key.to) : undefined);
  return first.indent === item.indent && key(first) === key(item);
}

/** The keys of the first item stand where the dashes of those below do. */
function firstDashInItsColumn(text: string, key: LocalSpan, first: Line, block: readonly Line[]): Diagnosis {
  const dash: Repair = { from: first.body, to: first.body, text: '- ' };
  return {
    mistake: 'missing-dash',
    at: key,
    message: say`${written(text.slice(key.from, key.to))} starts the first item of the list, but there is no dash before it. Write a dash and a space before it, and indent the lines below it by two spaces.`,
    repair: [dash, ...shift(text, block.slice(1), 2)],
    fix: { title: say`Put a dash before the item`, safe: false },
  };
}

/** `-id: falls` */
export const dashWithoutSpace: Detector = function* ({ text, lines }) {
  for (const line of lines) {
    if (!/^-[A-Za-z"'{[]/.test(text.slice(line.body, line.end))) continue;
    yield {
      mistake: 'dash-without-space',
      at: { from: line.body, to: line.body + 1 },
      message: say`There is no space after the dash before ${written(text.slice(line.body + 1, line.value.to))}, so it does not start an item. Put a space after the dash.`,
      repair: [{ from: line.body + 1, to: line.body + 1, text: ' ' }],
      fix: { title: say`Put a space after the dash`, safe: true },
    };
    // The keys below were written for a dash without its space.
    const below = blockBelow(text, line);
    if (below.length === 0) continue;
    yield {
      mistake: 'dash-without-space',
      at: { from: line.body, to: line.body + 1 },
      message: say`There is no space after the dash before ${written(text.slice(line.body + 1, line.value.to))}, so it does not start an item. Put a space after the dash.`,
      repair: [{ from: line.body + 1, to: line.body + 1, text: ' ' }, ...shift(text, below, 1)],
      fix: { title: say`Put a space after the dash`, safe: true },
    };
  }
};

/** `• falls`, `– falls`, `* falls`, `1. falls`, `a) falls` */
export const bullet: Detector = function* ({ text, lines }) {
  for (const line of lines) {
    const sign = bulletAt(text, line) ?? numberAt(text, line);
    // Behind a dash it belongs to the text.
    if (sign === undefined || line.dash !== undefined) continue;
    yield bulletFound(sign, line.body, text, bulletLines(text, line));
  }
};

/** The finding on a list whose items start with `sign` instead of a dash. */
export function bulletFound(sign: string, from: number, text: string, lines: readonly Line[]): Diagnosis {
  const what = sign.length > 1 ? say`The number "${sign}"` : say`The sign "${sign}"`;
  return {
    mistake: 'bullet',
    at: { from, to: from + sign.length },
    message: say`${what} does not start an item of a list. Write a dash and a space.`,
    repair: bulletRepairs(text, lines),
    fix: { title: say`Write a dash for ${signsOf(text, lines)}`, safe: true },
  };
}

/** The bullets and numbers of `lines`, each once: all their characters stand in the first of them. */
function signsOf(text: string, lines: readonly Line[]): string {
  const signs = new Set(lines.map(line => bulletAt(text, line) ?? numberAt(text, line) ?? ''));
  return [...signs]
    .slice(0, 26)
    .map(sign => `"${sign}"`)
    .join(', ');
}

/** Hyphens for the bullets of `lines`; what stands after them stays in its column. */
function bulletRepairs(text: string, lines: readonly Line[]): readonly Repair[] {
  return lines.map(line => {
    const length = (bulletAt(text, line) ?? numberAt(text, line) ?? '-').length;
    const width = length + spaces(text, line.body + length);
    // The keys below stand where those of a usual item would: one space is enough.
    const below = contentAfter(text, line);
    const usual = below?.key && below.dash === undefined && below.indent === line.indent + 2;
    return { from: line.body, to: line.body + width, text: `-${' '.repeat(usual ? 1 : Math.max(1, width - 1))}` };
  });
}

/** `-- id: falls`, `- - id: falls` */
export const dashTwice: Detector = function* ({ text, lines }) {
  for (const line of lines) {
    const dashes = /^--+(?=[ \t]+\S)/.exec(text.slice(line.dash ?? line.body, line.end))?.[0];
    if (dashes === undefined) continue;
    const from = line.dash ?? line.body;
    yield {
      mistake: 'dash-twice',
      at: { from, to: from + dashes.length },
      message: say`An item starts with one dash, not with "${dashes}". Write "- ".`,
      repair: [{ from, to: from + dashes.length, text: '-' }],
      fix: { title: say`Write one dash`, safe: true },
    };
  }
};

/** `- {id: a}, {id: b}`: the second item stands on the line of the first. */
export const itemsOnOneLine: Detector = function* ({ text, lines }) {
  for (const line of lines) {
    if (line.dash === undefined || text[line.body] !== '{') continue;
    const joints = [...text.slice(line.body, line.end).matchAll(/\}(\s*[,;]?\s*(?:-\s+)?)(?=\{[^{},]*:)/g)];
    const first = joints[0];
    if (!first) continue;
    const lead = `\n${text.slice(line.start, line.body)}`;
    const at = line.body + first.index + first[0].length;
    const sign = /[,;]/.exec(first[1] ?? '')?.[0];
    const title =
      sign === undefined
        ? say`Start it on a line of its own with a dash`
        : say`Start it on a line of its own with a dash, without "${sign}"`;
    yield {
      mistake: 'items-on-one-line',
      at: { from: at, to: at + 1 },
      message: say`A second item starts here, on the line of the first. Start it on a line of its own, with a dash and a space before it.`,
      repair: joints.map(joint => {
        const from = line.body + joint.index + 1;
        return { from, to: from + (joint[1] ?? '').length, text: lead };
      }),
      fix: { title, safe: true },
    };
  }
};

/** The bullet with which the content of `line` starts. */
export function bulletAt(text: string, line: Line): string | undefined {
  return (
    /^([•‣◦●▪■·∙⁃–—−*+])[ \u00a0\t]+\S/.exec(text.slice(line.body, line.end))?.[1]?.replace(/^o$/, '') || undefined
  );
}

/** The number or the letter with which the content of `line` starts as in a numbered list: "1.", "2)", "(a)". */
export function numberAt(text: string, line: Line): string | undefined {
  return /^(?:\(?\d{1,2}[.)]|\(?[a-z]\))(?=[ \u00a0\t]+\S)/.exec(text.slice(line.body, line.end))?.[0];
}

function spaces(text: string, from: number): number {
  return /^[ \u00a0\t]*/.exec(text.slice(from, from + 40))?.[0].length ?? 0;
}

/** `line` and the lines with the same bullet, or a number as well, beside it: one cause. */
function bulletLines(text: string, line: Line): readonly Line[] {
  const sign = bulletAt(text, line);
  const lines = [line];
  const isAlike = (next: Line) =>
    sign === undefined ? numberAt(text, next) !== undefined : bulletAt(text, next) === sign;
  for (let next = contentAfter(text, line), count = 0; next && count < 400; next = contentAfter(text, next), count++) {
    if (next.indent < line.indent) break;
    if (next.indent === line.indent && isAlike(next)) lines.push(next);
    else if (next.indent === line.indent && next.dash === undefined) break;
  }
  return lines;
}

/** The nearest line below whose dash stands in the column of `line`, nothing left of it in between. */
function dashBelow(text: string, line: Line): Line | undefined {
  const below = contentAfter(text, line);
  return below?.indent === line.indent && below.dash !== undefined ? below : undefined;
}

/** The lines right above the item `line` that are indented no less and hold no item in its column, below a key alone. */
function blockAbove(text: string, line: Line): readonly Line[] {
  const lines: Line[] = [];
  for (let above = contentBefore(text, line); above && lines.length < 400; above = contentBefore(text, above)) {
    const heads = above.key && above.value.to <= above.value.from && above.indent <= line.indent;
    if (heads && (above.indent < line.indent || lines.length > 0)) return lines.reverse();
    if (above.indent < line.indent || (above.dash !== undefined && above.indent === line.indent)) return [];
    lines.push(above);
  }
  return [];
}

/** The keys that follow `line` in its own column, with what belongs to them, up to the next item. */
function siblings(text: string, line: Line): readonly Line[] {
  const lines: Line[] = [];
  let same = false;
  for (let next = contentAfter(text, line); next && lines.length < 400; next = contentAfter(text, next)) {
    if (next.indent < line.indent || (next.indent === line.indent && next.dash !== undefined)) break;
    if (next.indent === line.indent) same = true;
    lines.push(next);
  }
  return same ? lines : [];
}

function blockBelow(text: string, line: Line): readonly Line[] {
  const next = contentAfter(text, line);
  return next && next.indent > line.indent ? blockFrom(text, next).filter(({ indent }) => indent > line.indent) : [];
}
