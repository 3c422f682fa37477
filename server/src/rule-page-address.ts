/** Where the project and the pages of its rules are on the web: worked out of `repository` in package.json, the one place where that address stands. */
import manifest from '../../package.json';

const { repository, version }: { repository: { url: string }; version: string } = manifest;

/** The address of the repository, as people open it. */
export const homepage = repository.url.replace(/^git\+/, '').replace(/\.git$/, '');

/** The address under which each rule's page is, as it was at this version, by its id and `.md`. */
export const rulePages = `${homepage}/blob/v${version}/docs/rules`;

/** The address of a rule's page. */
export function rulePageAddress(rule: string): string {
  return `${rulePages}/${rule}.md`;
}
