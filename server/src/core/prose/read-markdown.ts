/**
 * Markdown → passages. Sentences without any markup, which most texts of a plan are, are read here; for everything else
 * the parser is asked. Both ways give the same passages for a text that both can read.
 */
import { markdownLibrary } from './markdown-library';
import { blank, countWords, type Passage, passage, type Run } from './passage';

/** The paragraphs and headings of `markdown`, in their order. Never throws on what an author wrote. */
export function readMarkdown(markdown: string): readonly Passage[] {
  return MARKUP.test(markdown) && !isHeavy(markdown) ? readWithLibrary(markdown) : readPlain(markdown);
}

/** Anything that Markdown may read as more than words: signs of markup, lists, underlined headings, indented code. */
const MARKUP = /[`*_[\]<>#~\\&|]|^[ \t]*(?:[-+=]|\d{1,9}[.)])|^(?: {4}| {0,3}\t)/m;

/** Beyond these the parser needs more time than a text of a plan deserves: its words are then read as they stand. */
const maxLength = 300_000;
const maxSigns = 4_000;
const HEAVY = /[>[*_`<(&!]{200}|(?:[>*+-] ?){100}/;

function isHeavy(markdown: string): boolean {
  if (markdown.length > maxLength || HEAVY.test(markdown)) return true;
  let signs = 0;
  for (const _ of markdown.matchAll(/[[*_`<&!>~]/g)) if (++signs > maxSigns) return true;
  return false;
}

/** Reads words without markup: paragraphs between blank lines. */
export function readPlain(markdown: string): readonly Passage[] {
  const passages: Passage[] = [];
  let text = '';
  let runs: Run[] = [];
  // Asking the text itself would copy all of it at every line.
  let endsInBreak = false;
  const close = () => {
    // A paragraph ends with its last word, not with the end of its last line.
    const words = text.trimEnd();
    if (text !== '') passages.push(passage('paragraph', words, runs, 0));
    text = '';
    runs = [];
    endsInBreak = false;
  };
  for (const line of markdown.matchAll(/[^\r\n]+|\r?\n|\r/g)) {
    const content = line[0].trim();
    const isBreak = /^[\r\n]/.test(line[0]);
    if (isBreak && (text === '' || endsInBreak)) close();
    else if (isBreak) {
      runs.push({ at: text.length, from: line.index });
      text += '\n';
      endsInBreak = true;
    } else if (content !== '') {
      runs.push({ at: text.length, from: line.index + line[0].indexOf(content) });
      text += content;
      endsInBreak = false;
    }
  }
  close();
  return passages;
}

interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly MarkdownNode[];
  readonly position?: {
    readonly start: { readonly offset?: number | undefined };
    readonly end: { readonly offset?: number | undefined };
  };
}

/** Reads any Markdown with the parser. */
export function readWithLibrary(markdown: string): readonly Passage[] {
  const passages: Passage[] = [];
  const open: MarkdownNode[] = [markdownLibrary().fromMarkdown(markdown) as MarkdownNode];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'paragraph' || node.type === 'heading') {
      const words = new Words(markdown);
      words.read(node);
      if (words.text.trim() !== '') passages.push(passage(node.type, words.text, words.runs, words.wordsOfLinks));
    } else if (node.type !== 'code' && node.type !== 'html') {
      open.push(...[...(node.children ?? [])].reverse());
    }
  }
  return passages;
}

/** The words of one passage, gathered from its parts. */
class Words {
  text = '';
  readonly runs: Run[] = [];
  wordsOfLinks = 0;

  constructor(private readonly markdown: string) {}

  read(node: MarkdownNode): void {
    const start = node.position?.start.offset ?? 0;
    if (node.type === 'text') this.follow(node.value ?? '', start, node.position?.end.offset ?? start);
    else if (node.type === 'break') this.add('\n', start);
    else if (NOT_PROSE.has(node.type)) {
      if (node.type.startsWith('link')) this.wordsOfLinks += countWords(wordsUnder(node));
      this.add(blank, start);
    } else for (const child of node.children ?? []) this.read(child);
  }

  private add(character: string, offset: number): void {
    const at = this.text.length;
    const last = this.runs.at(-1);
    if (!last || last.from + at - last.at !== offset) this.runs.push({ at, from: offset });
    this.text += character;
  }

  /** Follows `value` through the Markdown from `at`: past escapes, entities, and what stands before a continued line. */
  private follow(value: string, at: number, end: number): void {
    const { markdown } = this;
    let source = at;
    for (let index = 0; index < value.length; index++) {
      const character = value[index] ?? '';
      let width = 1;
      if (markdown[source] === '&' && (character !== '&' || ENTITY.test(markdown.slice(source, source + 40))))
        width = ENTITY.exec(markdown.slice(source, source + 40))?.[0].length ?? 1;
      else
        while (source < end - 1 && markdown[source] !== character && PASSED_OVER.test(markdown[source] ?? '')) source++;
      this.add(character, Math.min(source, end));
      // A character of two units comes from one entity as well.
      if (width > 1 && /[\ud800-\udbff]/.test(character)) continue;
      source += width;
    }
  }
}

const NOT_PROSE = new Set([
  'inlineCode',
  'html',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'footnoteReference',
]);
const ENTITY = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});/;
/** What may stand between the characters of a text without being one of them. */
const PASSED_OVER = /[\\ \t>\r\n]/;

function wordsUnder(node: MarkdownNode): string {
  return node.value ?? (node.children ?? []).map(wordsUnder).join('');
}
