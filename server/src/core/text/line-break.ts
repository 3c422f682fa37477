/** The line break that a text uses, and edits whose new lines end with it. */
import type { TextEdit } from './edit';

/** The line break that a text uses: that of its first line. */
export function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** `edits` of `text`, whose new lines end as the lines around them do, where all of those end with CRLF. */
export function withLineEndsOf(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const onlyCrLf = text.includes('\r\n') && !/(?<!\r)\n/.test(text);
  return onlyCrLf ? edits.map(edit => ({ ...edit, text: edit.text.replace(/(?<!\r)\n/g, '\r\n') })) : edits;
}
