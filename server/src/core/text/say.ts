/**
 * The words in which this tool speaks. A text that people read is a template tagged `say` at the place that says it;
 * `npm run generate` collects them all in `l10n/bundle.l10n.json`, from which translators start. They are English unless
 * an editor gives a translation before it asks anything: the one thing in the core that is set once, and never by the
 * command line, so that a pipeline says the same everywhere.
 */

/**
 * Texts in another language, by the English ones; what stands in for a value is written `{0}`, `{1}` and so on in both.
 * Where a language has more forms than two, a text with a number may stand again with the form behind it, in the words of
 * `Intl.PluralRules`: `{0} lines [few]`.
 */
export type Translations = Readonly<Record<string, string>>;

/** The language in which everything is said, with what it needs to count and to list. */
interface Language {
  readonly texts: ReadonlyMap<string, string>;
  readonly plurals: Intl.PluralRules;
  readonly lists: Readonly<Record<'and' | 'or', Intl.ListFormat>>;
}

const plain = languageOf({}, 'en-GB');

let spoken = plain;

/**
 * From now on texts are those of `translations`, counted and listed as people do in `locale`; the English text stays where
 * they have none. Without translations, all is English.
 */
export function speak(translations: Translations | undefined, locale?: string): void {
  spoken = translations === undefined ? plain : languageOf(translations, locale);
}

function languageOf(translations: Translations, locale: string | undefined): Language {
  const known = isLocale(locale) ? locale : 'en-GB';
  return {
    texts: new Map(Object.entries(translations)),
    plurals: new Intl.PluralRules(known),
    lists: {
      and: new Intl.ListFormat(known, { type: 'conjunction' }),
      or: new Intl.ListFormat(known, { type: 'disjunction' }),
    },
  };
}

/** Editors may say anything, and `Intl` throws on what is no name of a language. */
function isLocale(locale: string | undefined): locale is string {
  try {
    return locale !== undefined && Intl.getCanonicalLocales(locale).length > 0;
  } catch {
    return false;
  }
}

/** A text with its values put in, translated as a whole so that its words may stand in another order. */
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

/** A text that stands in a table of the code, to be said by `said` when it comes to that: it is collected as `say` is. */
export function english(text: TemplateStringsArray): string {
  return text.join('');
}

/** A text that is written down as data, such as what the format says of a key, in the language that is spoken. */
export function said(english: string): string {
  return spoken.texts.get(english) ?? english;
}

/** `1 line`, `3 lines`. */
export function count(number: number, one: string, many = `${one}s`): string {
  const noun = number === 1 ? one : many;
  return translationOf(`{0} ${noun}`, [number]) ?? `${number} ${noun}`;
}

/** `a, b and c`. */
export function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : spoken.lists.and.format(words);
}

/** `a, b or c`. */
export function phrase(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : spoken.lists.or.format(words);
}

/** The translation of `text` with its values, in the form that fits the first number among them. */
function translationOf(text: string, values: readonly (string | number | undefined)[]): string | undefined {
  if (spoken.texts.size === 0) return undefined;
  const number = values.find(value => typeof value === 'number');
  const form = number === undefined ? undefined : spoken.texts.get(`${text} [${spoken.plurals.select(number)}]`);
  return (form ?? spoken.texts.get(text))?.replace(/\{(\d+)\}/g, (whole, index) => `${values[index] ?? whole}`);
}
