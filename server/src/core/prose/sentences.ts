/** Where sentences end: at a full stop that is not of an abbreviation or a number. */

export interface Sentence {
  /** Offsets in the passage. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The sentences of a passage, without the space around them. */
export function sentencesIn(passage: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const add = (end: number) => {
    const raw = passage.slice(start, end);
    const from = start + raw.length - raw.trimStart().length;
    const text = raw.trim();
    if (text !== '') sentences.push({ from, to: from + text.length, text });
    start = end;
  };
  for (const stop of passage.matchAll(STOP)) {
    const end = stop.index + stop[0].length;
    const next = /\S/.exec(passage.slice(end, end + 20))?.[0] ?? '';
    if (/\p{Ll}/u.test(next) || (stop[0].startsWith('.') && isAbbreviation(passage, stop.index))) continue;
    add(end);
  }
  add(passage.length);
  return sentences;
}

const STOP = /(?<![.!?])[.!?]+["'”’)\]]*(?=\s|$)/g;
const ABBREVIATIONS = new Set(
  'approx c ca cf cllr co dr e.g eg etc fig i.e ie inc ltd mr mrs ms no nos p para paras pp prof reg regs rev s st vs'.split(
    ' ',
  ),
);

/** Whether the full stop at `stop` belongs to the word before it: "e.g.", "Cllr.", the initial of "A. Example". */
function isAbbreviation(passage: string, stop: number): boolean {
  const word = /(?:^|[\s(“"'])([\p{L}.]{1,6})$/u.exec(passage.slice(Math.max(0, stop - 8), stop))?.[1];
  return word !== undefined && (/^\p{Lu}$/u.test(word) || ABBREVIATIONS.has(word.toLowerCase()));
}
