/** The web address of a rule's page, built from the `homepage` of package.json. */
import manifest from '../../../package.json';

/** The address of a rule's page; `undefined` while the project has no homepage. */
export function rulePageAddress(rule: string): string | undefined {
  const homepage = 'homepage' in manifest ? String(manifest.homepage) : undefined;
  return homepage && `${homepage.replace(/\/$/, '')}/rules/${rule}`;
}
