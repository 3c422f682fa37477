/** Slips of the keyboard that touch one line of a plan: moved, its dash, its colon or its bracket dropped or doubled. */

/** A text with one slip in it; `line` counts from 0. */
export interface LineSlip {
  readonly kind: LineSlipKind;
  readonly line: number;
  readonly text: string;
}

export const lineSlipKinds = [
  'moved -4',
  'moved -2',
  'moved -1',
  'moved +1',
  'moved +2',
  'moved +4',
  'dash dropped',
  'dash doubled',
  'colon dropped',
  'closing bracket dropped',
] as const;
export type LineSlipKind = (typeof lineSlipKinds)[number];

/** The slip of `kind` on `line` of `text`; `undefined` where the line has nothing to slip. */
export function lineSlip(text: string, line: number, kind: LineSlipKind): LineSlip | undefined {
  const lines = text.split('\n');
  const before = lines[line] ?? '';
  const after = before.trim() === '' || /^\s*#/.test(before) ? undefined : slipped(before, kind);
  if (after === undefined || after === before) return undefined;
  lines[line] = after;
  return { kind, line, text: lines.join('\n') };
}

function slipped(line: string, kind: LineSlipKind): string | undefined {
  switch (kind) {
    case 'dash dropped':
      return /^ *- /.test(line) ? line.replace('- ', '') : undefined;
    case 'dash doubled':
      return /^ *- /.test(line) ? line.replace('- ', '- - ') : undefined;
    case 'colon dropped':
      return /^(?: *- )?[^:"'#{[]*:(?: |$)/.test(line) ? line.replace(':', '') : undefined;
    case 'closing bracket dropped':
      return /[\]}]\s*$/.test(line) ? line.replace(/[\]}](\s*)$/, '$1') : undefined;
    default: {
      const by = Number(kind.slice('moved '.length));
      const indent = line.length - line.trimStart().length;
      if (by < 0) return indent < -by ? undefined : line.slice(-by);
      return ' '.repeat(by) + line;
    }
  }
}
