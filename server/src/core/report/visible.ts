/**
 * Text from plans and paths made harmless for where it is shown. What cannot be seen or would steer a terminal is shown as
 * `\u001b`; what an output format gives a meaning is escaped. Every format passes every text through one of these.
 */

/** Controls, line separators, direction marks, zero-width characters, tags and halves of surrogate pairs. */
const UNSEEN =
  /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]|\p{Cs}/gu;
const ONE_UNSEEN = new RegExp(UNSEEN.source, 'u');

/** On one line, nothing hidden: for a terminal or any other place that shows plain text. */
export function visible(text: string): string {
  // Pipelines take lines with these marks for commands, wherever in the line they stand.
  return text.replace(UNSEEN, escaped).replace(/##(?=\[|vso\[|teamcity\[)/gi, '# #');
}

/** A whole line of a terminal report that starts with text from outside. */
export function visibleLine(text: string): string {
  return visible(text).replace(/^(?=\s*(?:::|##))/, './');
}

/** JSON of `value`, indented, in which nothing is hidden and no line is a command to a pipeline. Means the same. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value, null, 2)
    .replace(/[^\n\x20-\x7e]/gu, character => (ONE_UNSEEN.test(character) ? escaped(character) : character))
    .replaceAll('##', '\\u0023#');
}

/** For text and attributes of XML 1.0, which cannot hold most control characters even as references. */
export function forMarkup(text: string): string {
  return visible(text)
    .replace(/[\ufffe\uffff]/g, escaped)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}

/** Attributes of an XML element: `name="value" …`. */
export function xmlAttributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${forMarkup(String(value))}"`)
    .join(' ');
}

/** For Markdown inside a line, outside code: no sign starts markup, no word is a link, a mention or a reference. */
export function forMarkdown(text: string): string {
  return visible(text)
    .split(/( +)/)
    .map(word => (LIVE_WORD.test(word) ? forMarkdownCode(word) : escapeSigns(word)))
    .join('');
}

/** Words that web pages make live even where every sign is escaped: they go between backticks. */
const LIVE_WORD = /@|:\/\/|www\.|mailto:|#\d|^\W*GH-\d/i;

function escapeSigns(word: string): string {
  return word
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]|~$]/g, '\\$&');
}

/** For Markdown between backticks. */
export function forMarkdownCode(text: string): string {
  const shown = visible(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^`|`$|^ .* $/.test(shown) ? ' ' : '';
  return `${fence}${space}${shown}${space}${fence}`;
}

/** For the message of a GitHub workflow command. */
export function forGithubMessage(text: string): string {
  return text
    .split('\n')
    .map(line => visible(line).replaceAll('%', '%25'))
    .join('%0A');
}

/** For a value of a GitHub workflow command, where a colon or a comma would end it. */
export function forGithubValue(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** For the message of a logging command of Azure Pipelines, which reads `%AZP25` as a percent sign. */
export function forAzureMessage(text: string): string {
  return visible(text).replaceAll('%', '%AZP25');
}

/** For a value of a logging command of Azure Pipelines, where a semicolon or a bracket would end it. */
export function forAzureValue(text: string): string {
  return forAzureMessage(text).replaceAll(';', '%3B').replaceAll(']', '%5D');
}

function escaped(character: string): string {
  return [...Array(character.length).keys()]
    .map(index => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('');
}
