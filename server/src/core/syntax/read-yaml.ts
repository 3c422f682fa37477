/**
 * Reads a chunk with the `yaml` package, which recovers from faults. Never calls what throws on an author's text
 * (`toJS`, `toString`, `resolve`): the nodes are walked and copied into our own tree, every offset clamped to the text.
 */
import type * as Yaml from 'yaml';
import { type Entry, ListNode, MapNode, type Node, type Origin, ScalarNode, type ScalarStyle } from './node';
import { plainValue } from './plain-scalar';
import { yamlLibrary } from './yaml-library';

/** A fault as the library reports it, offsets relative to the chunk. */
export interface LibraryFault {
  readonly code: Yaml.ErrorCode | 'TOO_DEEP' | 'TOO_MANY_TOKENS' | 'SEVERAL_DOCUMENTS' | 'COMPLEX_KEY' | 'UNKNOWN_ALIAS';
  readonly message: string;
  readonly from: number;
  readonly to: number;
}

export interface LibraryReading {
  readonly root: Node | undefined;
  readonly faults: readonly LibraryFault[];
  /** How many tokens were read: the measure of work. */
  readonly tokens: number;
}

/** Deeper nesting is refused before anything is composed: the library would exhaust the stack. */
export const maxDepth = 64;

/** Reads `text` as one document, giving up after `maxTokens`. Places are relative to `origin`. */
export function readYaml(text: string, origin: Origin, maxTokens: number): LibraryReading {
  const traceLimit = Error.stackTraceLimit;
  // Every fault that the library finds is an Error; without their stack traces faulty text is read several times faster.
  Error.stackTraceLimit = 0;
  try {
    return compose(text, origin, maxTokens);
  } finally {
    Error.stackTraceLimit = traceLimit;
  }
}

function compose(text: string, origin: Origin, maxTokens: number): LibraryReading {
  const { Composer, Lexer, Parser } = yamlLibrary();
  const parser = new Parser();
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, keepSourceTokens: false, logLevel: 'silent' });
  const tokens: Yaml.CST.Token[] = [];
  const documents: Yaml.Document.Parsed[] = [];
  let count = 0;
  const giveUp = (code: LibraryFault['code']): LibraryReading => {
    const at = Math.min(parser.offset, text.length);
    return { root: undefined, faults: [{ code, message: code, from: at, to: at }], tokens: count };
  };
  for (const lexeme of new Lexer().lex(text)) {
    if (++count > maxTokens) return giveUp('TOO_MANY_TOKENS');
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > maxDepth * 2) return giveUp('TOO_DEEP');
  }
  for (const token of parser.end()) tokens.push(token);
  for (const token of tokens) for (const document of composer.next(token)) documents.push(document);
  for (const document of composer.end(false, text.length)) documents.push(document);

  const copier = new Copier(text, origin);
  const first = documents[0];
  const root = first?.contents ? copier.copy(first.contents) : undefined;
  const faults = [...copier.faults];
  const report = (fault: Yaml.YAMLParseError | Yaml.YAMLWarning) =>
    faults.push({ code: fault.code, message: fault.message, from: copier.clamp(fault.pos[0]), to: copier.clamp(fault.pos[1]) });
  for (const document of documents) document.errors.forEach(report);
  composer.streamInfo().errors.forEach(report);
  const second = documents[1];
  if (second) faults.push({ code: 'SEVERAL_DOCUMENTS', message: '', from: copier.clamp(second.range[0]), to: copier.clamp(second.range[0]) });
  faults.sort((a, b) => a.from - b.from);
  return { root, faults, tokens: count };
}

/** Copies the library's nodes into ours. An alias becomes the node that it names. */
class Copier {
  readonly faults: LibraryFault[] = [];
  private readonly anchors = new Map<string, Node>();

  constructor(
    private readonly text: string,
    private readonly origin: Origin,
  ) {}

  clamp(offset: number): number {
    return Math.max(0, Math.min(offset, this.text.length));
  }

  copy(node: Yaml.ParsedNode): Node {
    const copy = this.copyContent(node);
    if ('anchor' in node && node.anchor) this.anchors.set(node.anchor, copy);
    return copy;
  }

  private copyContent(node: Yaml.ParsedNode): Node {
    const { isAlias, isMap, isSeq } = yamlLibrary();
    const from = this.clamp(node.range[0]);
    const to = Math.max(from, this.clamp(node.range[1]));
    if (isAlias(node)) return this.alias(node, from, to);
    if (isMap(node)) return this.map(node, from, to);
    if (isSeq(node)) {
      const items = node.items.map(item => this.copy(item as Yaml.ParsedNode));
      return new ListNode(this.origin, from, trimmedEnd(items.at(-1), from, to, node.flow), items, node.flow ? 'flow' : 'block');
    }
    return this.scalar(node as Yaml.Scalar.Parsed, from, to);
  }

  private alias(node: Yaml.Alias.Parsed, from: number, to: number): Node {
    const target = this.anchors.get(node.source);
    if (target) return target;
    this.faults.push({ code: 'UNKNOWN_ALIAS', message: node.source, from, to });
    const written = this.text.slice(from, to);
    return new ScalarNode(this.origin, from, to, written, written, 'plain');
  }

  private map(node: Yaml.YAMLMap.Parsed, from: number, to: number): Node {
    const entries: Entry[] = [];
    for (const pair of node.items) {
      const key = this.copy(pair.key as Yaml.ParsedNode);
      if (key.kind !== 'scalar') {
        this.faults.push({ code: 'COMPLEX_KEY', message: '', from: key.from, to: key.to });
        continue;
      }
      const value = pair.value ? this.copy(pair.value as Yaml.ParsedNode) : this.nothing(key.to);
      entries.push({ key, value });
    }
    const last = entries.at(-1);
    return new MapNode(this.origin, from, trimmedEnd(last?.value ?? last?.key, from, to, node.flow), entries, node.flow ? 'flow' : 'block');
  }

  private nothing(at: number): ScalarNode {
    return new ScalarNode(this.origin, at, at, '', null, 'empty');
  }

  private scalar(node: Yaml.Scalar.Parsed, from: number, to: number): ScalarNode {
    const style = STYLES[node.type ?? 'PLAIN'] ?? 'plain';
    const written = node.source ?? '';
    if (style === 'plain' && from === to) return this.nothing(from);
    const text = style === 'plain' ? written : String(node.value ?? '');
    return new ScalarNode(this.origin, from, to, text, style === 'plain' ? plainValue(text) : text, style);
  }
}

/** A block collection ends with its last item, not after the blank lines and comments that follow it. */
function trimmedEnd(last: Node | undefined, from: number, to: number, flow: boolean | undefined): number {
  return flow || !last ? to : Math.max(from, last.to);
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};
