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

/**
 * Runs `work` while new errors carry no stack trace. Every fault that the library finds is an Error; without their
 * traces faulty text is read several times faster.
 */
export function withoutStackTraces<T>(work: () => T): T {
  const limit: unknown = Reflect.get(Error, LIMIT);
  // Where nothing built in may be changed, it is left as it is.
  Reflect.set(Error, LIMIT, 0);
  try {
    return work();
  } finally {
    if (limit !== undefined) Reflect.set(Error, LIMIT, limit);
  }
}

const LIMIT = 'stackTraceLimit';
