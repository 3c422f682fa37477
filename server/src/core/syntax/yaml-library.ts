/**
 * The one door to the `yaml` package. It is loaded on first use, because its start costs more than checking a plan:
 * a bundler turns this `require` into a module that is evaluated when it is asked for.
 */
import type * as Yaml from 'yaml';

declare const require: (id: 'yaml') => typeof Yaml;

let loaded: typeof Yaml | undefined;

export function yamlLibrary(): typeof Yaml {
  loaded ??= require('yaml');
  return loaded;
}
