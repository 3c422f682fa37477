/**
 * Reads a chunk with the `yaml` package, which recovers from faults. Never calls what throws on an author's text
 * (`toJS`, `toString`, `resolve`); depth and number of tokens are limited before anything is composed.
 */

import type * as Yaml from 'yaml';
import { limits } from '../../limits';
import { withoutStackTraces, yamlLibrary } from './yaml-library';

/** A fault as the library reports it (or a limit of ours), offsets relative to the text that was read. */
export interface LibraryFault {
  readonly code: Yaml.ErrorCode | 'TOO_DEEP' | 'TOO_MANY_TOKENS' | 'SEVERAL_DOCUMENTS';
  readonly from: number;
  readonly to: number;
}

export interface LibraryReading {
  readonly contents: Yaml.ParsedNode | undefined;
  /** In the order of the text. */
  readonly faults: readonly LibraryFault[];
  /** How many tokens were read: the measure of work. */
  readonly tokens: number;
}

/** Deeper nesting is refused before anything is composed: the library would exhaust the stack. */

/** Reads `text` as one document, giving up after `maxTokens`. */
export function readYaml(text: string, maxTokens: number): LibraryReading {
  return withoutStackTraces(() => compose(text, maxTokens));
}

function compose(text: string, maxTokens: number): LibraryReading {
  const { Composer, Lexer, Parser } = yamlLibrary();
  const parser = new Parser();
  const tokens: Yaml.CST.Token[] = [];
  let count = 0;
  const giveUp = (code: LibraryFault['code']): LibraryReading => {
    const at = Math.min(parser.offset, text.length);
    return { contents: undefined, faults: [{ code, from: at, to: at }], tokens: Math.min(count, maxTokens) };
  };
  for (const lexeme of new Lexer().lex(text)) {
    if (++count > maxTokens) return giveUp('TOO_MANY_TOKENS');
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > limits.depth) return giveUp('TOO_DEEP');
  }
  for (const token of parser.end()) tokens.push(token);

  const composer = new Composer({
    uniqueKeys: false,
    prettyErrors: false,
    resolveKnownTags: false,
    logLevel: 'silent',
  });
  const documents: Yaml.Document.Parsed[] = [];
  for (const token of tokens) for (const document of composer.next(token)) documents.push(document);
  for (const document of composer.end(false, text.length)) documents.push(document);
  const faults: LibraryFault[] = [];
  const report = ({ code, pos }: Yaml.YAMLParseError | Yaml.YAMLWarning) => {
    const from = Math.min(pos[0], text.length);
    faults.push({ code, from, to: Math.max(from, Math.min(pos[1], text.length)) });
  };
  for (const document of documents) document.errors.forEach(report);
  composer.streamInfo().errors.forEach(report);
  const second = documents[1];
  if (second) faults.push({ code: 'SEVERAL_DOCUMENTS', from: second.range[0], to: second.range[0] });
  faults.sort((a, b) => a.from - b.from || a.to - b.to);
  return { contents: documents[0]?.contents ?? undefined, faults, tokens: count };
}
