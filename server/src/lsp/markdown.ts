/**
 * Hovers in the markup that the editor shows. Whatever comes from a plan is escaped, so that it is only ever read as
 * text: no links, no pictures, no HTML.
 */
import { type MarkupContent, MarkupKind } from 'vscode-languageserver';
import { say, visible } from '../core/index';
import type { Hover, HoverPart } from '../workspace/workspace';

/** Where the page of a rule is, if there is one. */
export type PageOf = (rule: string) => string | undefined;

/** The hover as Markdown. */
export function markdownOf({ title, parts }: Hover, pageOf: PageOf): MarkupContent {
  const blocks = [`**${escaped(title)}**`, ...parts.map(part => blockOf(part, pageOf))];
  return { kind: MarkupKind.Markdown, value: blocks.join('\n\n') };
}

/** The hover as plain text. */
export function plainTextOf({ title, parts }: Hover): MarkupContent {
  const lines = [title, ...parts.map(linesOf)].join('\n\n').split('\n');
  return { kind: MarkupKind.PlainText, value: lines.map(visible).join('\n') };
}

/** `text` so that Markdown shows it as it is. */
export function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/[\\`*_[\]<>&~|$!{}]/g, '\\$&')
    .replace(/:(?=\/\/)|@|(?<=\bwww)\./gi, '\\$&')
    .replace(/^(\s*)([#+=-]|\d+(?=[.)]))/, (_, space: string, sign: string) =>
      /\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`,
    );
}

function blockOf(part: HoverPart, pageOf: PageOf): string {
  switch (part.kind) {
    case 'text':
      return escaped(part.text);
    case 'facts':
      return part.facts.map(({ label, value }) => `- ${escaped(label)}: ${escaped(value)}`).join('\n');
    case 'example':
      return `${say`For example`}:\n\n\`\`\`yaml\n${part.text.replaceAll('`', "'")}\n\`\`\``;
    case 'rule': {
      const page = pageOf(part.rule);
      const rule =
        page === undefined ? escaped(part.rule) : `[${escaped(part.rule)}](<${page.replace(/[<>\s]/g, '')}>)`;
      return `${escaped(part.why)} (${rule})`;
    }
  }
}

function linesOf(part: HoverPart): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'facts':
      return part.facts.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'example':
      return say`For example: ${part.text}`;
    case 'rule':
      return `${part.why} (${part.rule})`;
  }
}
