/**
 * Collects what people read into the bundle that translators start from: the texts of the extension (`vscode.l10n.t`), what
 * the core says (`say`), and what the format and the rules say of themselves. A text that is put together in the code
 * could not be translated, so it is refused.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CallExpression, parseSync, type TemplateLiteral, Visitor } from 'oxc-parser';
import { rulePages } from '../../server/src/core/index';
import { planSchema } from '../../server/src/core/schema/plan-schema.generated';
import { root } from './schema-file';

/** The bundle by its path: each text under itself, in the order of the alphabet. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  const texts = new Set(textsOfData());
  for (const folder of [
    'client/src',
    'server/src/core',
    'server/src/workspace',
    'server/src/files',
    'server/src/lsp',
    'server/src/node',
  ]) {
    for (const file of await readdir(join(root, folder), { recursive: true })) {
      if (!file.endsWith('.ts') || file.includes('.generated.')) continue;
      const path = join(folder, file);
      for (const text of textsIn(await readFile(join(root, path), 'utf8'), path)) texts.add(text);
    }
  }
  const bundle = Object.fromEntries([...texts].sort().map(text => [text, text]));
  return new Map([['l10n/bundle.l10n.json', `${JSON.stringify(bundle, null, 2)}\n`]]);
}

/** What the rules and the format say of themselves in hovers and completions. */
function textsOfData(): readonly string[] {
  const texts = rulePages().flatMap(({ summary, why }) => [summary, why]);
  const visit = (value: unknown, key: string): void => {
    if (key === 'x-enum-descriptions' && Array.isArray(value)) texts.push(...value.map(String));
    if (typeof value === 'string' && /^(?:description|title|x-noun)$/.test(key))
      texts.push(value, ...(key === 'x-noun' ? [value.toLowerCase()] : []));
    if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) visit(inner, name);
  };
  visit(planSchema(), '');
  return texts;
}

/** What says a text at once, in the language of the moment. */
const sayers = new Set(['say', 'said', 'count', 'listOf', 'phrase']);

/** The texts of one file. Throws where one is not a plain text, or is said while the file is loaded. */
export function textsIn(code: string, path: string): readonly string[] {
  const texts: string[] = [];
  const { program, errors } = parseSync(path, code);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  let functions = 0;
  const enter = () => {
    functions++;
  };
  const leave = () => {
    functions--;
  };
  const beSaidInTime = (name: string) => {
    if (functions === 0 && sayers.has(name))
      throw new Error(`${path}: a text is said while the file is loaded, before the language is known.`);
  };
  new Visitor({
    FunctionDeclaration: enter,
    'FunctionDeclaration:exit': leave,
    FunctionExpression: enter,
    'FunctionExpression:exit': leave,
    ArrowFunctionExpression: enter,
    'ArrowFunctionExpression:exit': leave,
    TaggedTemplateExpression({ tag, quasi }) {
      if (tag.type !== 'Identifier' || !['say', 'english'].includes(tag.name)) return;
      beSaidInTime(tag.name);
      texts.push(patternOf(quasi));
    },
    CallExpression(call) {
      if (call.callee.type === 'Identifier') beSaidInTime(call.callee.name);
      texts.push(...countedIn(call));
      if (!isClientText(call)) return;
      const [text] = call.arguments;
      if (text?.type !== 'Literal' || typeof text.value !== 'string')
        throw new Error(`${path}: a text for translation must be one plain text.`);
      texts.push(text.value);
    },
  }).visit(program);
  return texts;
}

/** The text with `{0}`, `{1}` and so on for its values, as `say` looks it up. */
function patternOf({ quasis }: TemplateLiteral): string {
  return quasis.map(({ value }, index) => (index === 0 ? '' : `{${index - 1}}`) + value.cooked).join('');
}

/** One and several of what is counted: `count(number, 'body', 'bodies')`. */
function countedIn({ callee, arguments: [, one, many] }: CallExpression): readonly string[] {
  if (callee.type !== 'Identifier' || callee.name !== 'count' || one?.type !== 'Literal') return [];
  const several = many?.type === 'Literal' ? many.value : `${one.value}s`;
  return [`{0} ${one.value}`, `{0} ${several}`];
}

function isClientText({ callee }: CallExpression): boolean {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || callee.property.name !== 't')
    return false;
  const { object } = callee;
  return object.type === 'MemberExpression' && object.property.type === 'Identifier' && object.property.name === 'l10n';
}
