/** The regular expressions of the line reader. All are linear, and match where `lastIndex` stands. */

/** Anything but line breaks, ASCII, Latin letters and the signs that go with them: left to the other reader. */
export const UNUSUAL = /[^\n\r\x20-\x7e\xa1-\xac\xae-\u024f\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u20ac]|\r(?!\n)/;
/** A key of plain letters with its colon. */
export const KEY = /[A-Za-z0-9_][\w./-]*:(?=[ \r\n]|$)/y;
export const KEY_IN_BRACKETS = /[A-Za-z0-9_][\w./-]*:(?= )/y;
/** A text without quotes: no sign at its start, no ": " and no " #" in it. */
export const PLAIN = /(?:-(?=[\d£])|[\w£€(~+./\\$^;<À-ÖØ-öø-ÿ])(?:[^\r\n:#]+|:(?=[^ \r\n])|(?<=[^ ])#)*/y;
export const PLAIN_IN_BRACKETS =
  /(?:-(?=[\d£])|[\w£€(~+./\\$^;<À-ÖØ-öø-ÿ])(?:[^\r\n:#,[\]{}]+|:(?=[^ \r\n,[\]{}])|(?<=[^ ])#)*/y;
/** A text in quotes, without escapes. */
export const DOUBLE = /"[^"\\\r\n]*"/y;
export const SINGLE = /'(?:[^'\r\n]|'')*'/y;
/** The sign above a block of text. */
export const BLOCK = /[|>]-? *(?=\r?\n)/y;
/** The end of a line, with a comment that is meant as one. */
export const REST = / *(?: #(?:[ #][^\r\n]*)?)?(?=\r?\n|\r?$)/y;
/** A line break between brackets, and the indentation after it. */
export const LINE_IN_BRACKETS = / *\r?\n( *)(?=[^ \r\n#])/y;
