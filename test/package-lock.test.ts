/**
 * The lock file is whole: `npm ci` refuses one that leaves out what a package asks for, and that includes the binaries of
 * tools for other systems. An npm that cannot see these drops them silently.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

type Package = {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, Package>>;
};

describe('package-lock.json', () => {
  it('has every package that another asks for, whatever the system', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter(name => !isLocked(path, name))
        .map(name => `${name}, for ${path}`),
    );
    assert.deepEqual(missing, []);
  });
});

/** As Node looks for it: beside the package, then in each folder above. */
function isLocked(path: string, name: string): boolean {
  if (`${path === '' ? '' : `${path}/`}node_modules/${name}` in lock.packages) return true;
  return path !== '' && isLocked(path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name);
}
