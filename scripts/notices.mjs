/**
 * What the bundles hold of others, from esbuild's own account of each: the licences, which go with the bundles, and a bill of
 * materials (CycloneDX), which goes with a release.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes `metafile.json`, `THIRD-PARTY-NOTICES.txt` and `sbom.cdx.json` into `dist`. @throws Error for a package without licence. */
export function writeNotices(root, metafiles) {
  const inputs = Object.assign({}, ...metafiles.map(({ inputs }) => inputs));
  const outputs = Object.assign({}, ...metafiles.map(({ outputs }) => outputs));
  const packages = packagesOf(root, outputs);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(root, 'dist/metafile.json'), JSON.stringify({ inputs, outputs }));
  writeFileSync(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), noticesOf(packages));
  writeFileSync(join(root, 'dist/sbom.cdx.json'), `${JSON.stringify(billOf(packages, version), null, 2)}\n`);
}

/** The packages of which at least a byte is in a bundle, by name and version. */
function packagesOf(root, outputs) {
  const folders = new Set(
    Object.values(outputs).flatMap(({ inputs }) =>
      Object.entries(inputs)
        .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
        .flatMap(([path]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []),
    ),
  );
  const packages = [...folders].map(folder => packageIn(join(root, folder)));
  const byName = new Map(packages.map(each => [`${each.name} ${each.version}`, each]));
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

function packageIn(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = existsSync(folder)
    ? readdirSync(folder).filter(file => /^(?:licen[cs]e|copying|notice)/i.test(file))
    : [];
  const text = files
    .sort()
    .map(file => readFileSync(join(folder, file), 'utf8').trim())
    .join('\n\n');
  if (!license || text === '') throw new Error(`${name} has no licence text, so that it may not be bundled.`);
  return { name, version, license, author, text };
}

function noticesOf(packages) {
  const parts = packages.map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}\n`);
  return ['One Plan holds parts of these packages, under their own licences.\n', ...parts].join(
    `\n${'-'.repeat(80)}\n\n`,
  );
}

function billOf(packages, version) {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', name: 'oneplan', version } },
    components: packages.map(({ name, version: own, license }) => ({
      type: 'library',
      name,
      version: own,
      licenses: [/ (?:OR|AND) /.test(license) ? { expression: license } : { license: { id: license } }],
      purl: `pkg:npm/${name.replace('@', '%40')}@${own}`,
    })),
  };
}
