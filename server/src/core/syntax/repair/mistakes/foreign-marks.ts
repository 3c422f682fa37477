/** Marks that mean something in a document or in another language, and nothing in a plan: rulers, comments, bold keys. */
import { say } from '../../../text/say';
import { written } from '../../tree/written';
import { isKnownKey } from './known-words';
import { contentAfter, type Line, lineAt } from './line';
import type { Detector } from './mistake';

/** `***`, `====`, `-----`: a line drawn across the page. */
export const rulerLine: Detector = function* ({ text, lines }) {
  for (const line of lines) {
    const from = line.dash ?? line.body;
    const source = text.slice(from, line.end).trimEnd();
    if (!/^([*=_~-])\1{2,}$/.test(source)) continue;
    yield {
      mistake: 'ruler',
      at: { from, to: from + source.length },
      message: say`The line ${written(source)} means nothing in a plan. Take it away, or write "# " before it.`,
      repair: [{ from, to: line.end, text: '' }],
      fix: { title: say`Take ${written(source)} away`, safe: true },
    };
  }
};

/** `// a note`, `<!-- a note -->` */
export const otherComment: Detector = function* ({ text, lines }) {
  for (const line of lines) {
    const sign = /^(?:\/\/|<!--|\/\*|--(?= ))/.exec(text.slice(line.body, line.end))?.[0];
    if (sign === undefined || line.dash !== undefined) continue;
    yield {
      mistake: 'other-comment',
      at: { from: line.body, to: line.body + sign.length },
      message: say`A note in a plan starts with "#", not with "${sign}". Write "#".`,
      repair: [{ from: line.body, to: line.body + sign.length, text: '#' }],
      fix: { title: say`Write # for "${sign}"`, safe: true },
    };
  }
};

/** A title or a letter above the first key. */
export const textAboveKeys: Detector = function* ({ text }) {
  const start = text.search(/^[ ]*[^\s#]/m);
  const lines: Line[] = [];
  for (let line = start < 0 ? undefined : lineAt(text, start); line; line = contentAfter(text, line)) {
    if (line.key || line.dash !== undefined || lines.length > 50) break;
    lines.push(line);
  }
  const [line] = lines;
  const last = lines.at(-1);
  if (!line || !last || contentAfter(text, last)?.key === undefined || !/^\p{L}/u.test(text.slice(line.body, line.end)))
    return;
  yield {
    mistake: 'text-above-keys',
    at: line.value,
    message: say`The text ${written(text.slice(line.body, line.end).trimEnd())} stands above the plan and is no part of it. Write "# " before each of its lines, or take it away.`,
    repair: lines.map(each => ({ from: each.start, to: each.start, text: '# ' })),
    fix: { title: say`Write # before it`, safe: false },
  };
};

/** `**lead**: a-example` */
export const markedKey: Detector = function* ({ text, lines }) {
  for (const line of lines) {
    const match = /^([*_`]{1,3})([A-Za-z][\w-]*)(:?)\1(:?)(?=\s|$)/.exec(text.slice(line.body, line.end));
    const [whole = '', sign = '', word = '', inside = '', outside = ''] = match ?? [];
    if (!match || inside === outside || !isKnownKey(word)) continue;
    yield {
      mistake: 'marked-key',
      at: { from: line.body, to: line.body + whole.length },
      message: say`The signs "${sign}" round ${written(word)} make another word of the key. Write "${word}:".`,
      repair: [{ from: line.body, to: line.body + whole.length, text: `${word}:` }],
      fix: { title: say`Write "${word}:" without "${sign}"`, safe: true },
    };
  }
};
