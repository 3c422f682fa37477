/** Where the page of a rule is on the web: under the `homepage` of package.json, the one place where that address stands. */
import manifest from '../../../package.json';

/** The address of a rule's page; `undefined` while the project has no homepage. */
export function rulePageAddress(rule: string): string | undefined {
  const homepage = 'homepage' in manifest ? String(manifest.homepage) : undefined;
  return homepage && `${homepage.replace(/\/$/, '')}/rules/${rule}`;
}
