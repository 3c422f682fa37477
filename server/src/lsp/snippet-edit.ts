/**
 * Edits with tab stops. VS Code indents the lines of a snippet like the line on which it starts, while our texts are
 * already indented: they are placed where that adds nothing, or lose their indentation first.
 */
import type { SnippetTextEdit, TextEdit } from 'vscode-languageserver';
import type { LineIndex } from '../core/index';
import { type ActionEdit, withoutTabStops } from '../workspace/workspace';
import { rangeOf } from './to-lsp';

/**
 * `edit` of `text` for an editor that takes snippets in edits; a plain edit where a snippet would be indented twice.
 */
export function snippetEdit(edit: ActionEdit, text: string, lines: LineIndex): SnippetTextEdit | TextEdit {
  if (!edit.snippet || !/[$\\]/.test(edit.text)) return { range: rangeOf(edit.at, lines), newText: edit.text };
  const { at, text: value } = onLineOfItsOwn(edit, lines);
  const { line, column } = lines.positionAt(at.start);
  const indentation = /^[ \t]*/.exec(text.slice(lines.startOf(line), lines.startOf(line) + column))?.[0] ?? '';
  const [first = '', ...others] = value.split(/(?<=\n)/);
  const isDeeper = others.every(other => other.startsWith(indentation));
  if (!isDeeper) return { range: rangeOf(edit.at, lines), newText: withoutTabStops(edit.text) };
  const snippet = first + others.map(other => other.slice(indentation.length)).join('');
  return { range: rangeOf(at, lines), snippet: { kind: 'snippet', value: snippet } };
}

/** Moves lines inserted after a line to the start of the next line: the result is the same. */
function onLineOfItsOwn(edit: ActionEdit, lines: LineIndex): Pick<ActionEdit, 'at' | 'text'> {
  const lineBreak = /^\r?\n/.exec(edit.text)?.[0];
  const next = lines.positionAt(edit.at.end).line + 1;
  const isAtEnd = edit.at.start === edit.at.end && edit.at.start === lines.endOf(next - 1) && next < lines.lineCount;
  if (!lineBreak || !isAtEnd) return edit;
  const start = lines.startOf(next);
  return { at: { start, end: start }, text: edit.text.slice(lineBreak.length) + lineBreak };
}
