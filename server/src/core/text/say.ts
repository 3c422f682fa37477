/**
 * The words in which this tool speaks. A text that people read is a template tagged `say` at the place that says it;
 * `npm run generate` collects them all in `l10n/bundle.l10n.json`, from which translators start. They are English unless
 * an editor gives a translation before it asks anything: the one thing in the core that is set once, and never by the
 * command line, so that a pipeline says the same everywhere.
 */

/** Texts in another language, by the English ones; what stands in for a value is written `{0}`, `{1}` and so on in both. */
export type Translations = Readonly<Record<string, string>>;

let spoken: ReadonlyMap<string, string> | undefined;

/** From now on texts are those of `translations`; the English one stays where it has none. Without any, all is English. */
export function speak(translations: Translations | undefined): void {
  spoken = translations && new Map(Object.entries(translations));
}

/** A text with its values put in, translated as a whole so that its words may stand in another order. */
export function say(english: TemplateStringsArray, ...values: readonly (string | number | undefined)[]): string {
  const translated = spoken?.get(english.reduce((text, part, index) => `${text}{${index - 1}}${part}`));
  if (translated !== undefined) return translated.replace(/\{(\d+)\}/g, (whole, index) => `${values[index] ?? whole}`);
  let text = english[0] ?? '';
  for (const [index, value] of values.entries()) text += `${value}${english[index + 1]}`;
  return text;
}

/** A text that is written down as data, such as what the format says of a key, in the language that is spoken. */
export function said(english: string): string {
  return spoken?.get(english) ?? english;
}
