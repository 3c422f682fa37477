/**
 * The texts that people read. Each is a template tagged `say` where it is used; `npm run generate` collects them in
 * `l10n/bundle.l10n.json` for translators. Texts are English unless an editor sets a translation before its first
 * request. This is the only module state of the core that is set from outside; the command line never sets it, so that
 * pipelines print the same text everywhere.
 */

/**
 * Translations by their English text; values are written `{0}`, `{1}` and so on in both. Where a language has more
 * plural forms than two, a text with a number may appear again with the form appended, as named by `Intl.PluralRules`:
 * `{0} lines [few]`.
 */
export type Translations = Readonly<Record<string, string>>;

/** The language in which everything is said, with what it needs to count and to list. */
interface Language {
  readonly texts: ReadonlyMap<string, string>;
  /** The plural form of a number, as `Intl.PluralRules` names it. */
  plural(number: number): string;
  /** Two words or more as one list. */
  list(words: readonly string[], last: 'and' | 'or'): string;
}

/** English is written out, because loading the tables of `Intl` takes longer than checking a plan. */
const plain: Language = {
  texts: new Map(),
  plural: number => (number === 1 ? 'one' : 'other'),
  list: (words, last) => `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`,
};

let spoken = plain;

/**
 * Sets the language: texts come from `translations`, numbers and lists follow `locale`. Texts without a translation
 * stay English; without `translations` all are English.
 */
export function speak(translations: Translations | undefined, locale?: string): void {
  spoken = translations === undefined ? plain : languageOf(translations, locale);
}

function languageOf(translations: Translations, locale: string | undefined): Language {
  const known = isLocale(locale) ? locale : 'en-GB';
  const plurals = new Intl.PluralRules(known);
  const lists = {
    and: new Intl.ListFormat(known, { type: 'conjunction' }),
    or: new Intl.ListFormat(known, { type: 'disjunction' }),
  };
  return {
    texts: new Map(Object.entries(translations)),
    plural: number => plurals.select(number),
    list: (words, last) => lists[last].format(words),
  };
}

/** Editors may send any string, and `Intl` throws on one that is no locale. */
function isLocale(locale: string | undefined): locale is string {
  try {
    return locale !== undefined && Intl.getCanonicalLocales(locale).length > 0;
  } catch {
    return false;
  }
}

/** A text with its values filled in; translated as a whole, so that the translation may reorder it. */
export function say(english: TemplateStringsArray, ...values: readonly (string | number | undefined)[]): string {
  if (spoken.texts.size > 0) {
    const text = english.reduce((before, part, index) => `${before}{${index - 1}}${part}`);
    const translated = translationOf(text, values);
    if (translated !== undefined) return translated;
  }
  let text = english[0] ?? '';
  for (const [index, value] of values.entries()) text += `${value}${english[index + 1]}`;
  return text;
}

/** Marks a text in a constant table so that it is collected; `said` translates it when it is shown. */
export function english(text: TemplateStringsArray): string {
  return text.join('');
}

/** Translates a text that is held as data, such as the description of a key. */
export function said(english: string): string {
  return spoken.texts.get(english) ?? english;
}

/** `1 line`, `3 lines`. */
export function count(number: number, one: string, many = `${one}s`): string {
  const noun = number === 1 ? one : many;
  return translationOf(`{0} ${noun}`, [number]) ?? `${number} ${noun}`;
}

/** `a, b and c`. */
export function listAnd(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : spoken.list(words, 'and');
}

/** `a, b or c`. */
export function listOr(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : spoken.list(words, 'or');
}

/** The translation of `text` with its values, in the plural form of the first number among them. */
function translationOf(text: string, values: readonly (string | number | undefined)[]): string | undefined {
  if (spoken.texts.size === 0) return undefined;
  const number = values.find(value => typeof value === 'number');
  const form = number === undefined ? undefined : spoken.texts.get(`${text} [${spoken.plural(number)}]`);
  return (form ?? spoken.texts.get(text))?.replace(/\{(\d+)\}/g, (whole, index) => `${values[index] ?? whole}`);
}
