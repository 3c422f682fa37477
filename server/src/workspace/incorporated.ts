/** The files that plans incorporate, as far as they are known. */
import type { Project } from '../core/for-workspace';
import type { Host } from './host';
import { locateNamed } from './locate';

/** Limit on the files that are read because other files name them; the rest count as missing. */
const MOST_INCORPORATED = 2000;

/** What documents incorporate, directly or through one another, each once with the document that names it. */
export function* incorporatedBy(
  project: Project,
  host: Host,
  uris: readonly string[],
): Generator<{ readonly uri: string; readonly from: string }> {
  const seen = new Set<string>();
  const queue = [...uris];
  for (const from of queue) {
    for (const path of project.incorporatedPaths(from)) {
      const place = locateNamed(from, path, host.roots(from));
      if ('why' in place || seen.has(place.uri) || seen.size >= MOST_INCORPORATED) continue;
      seen.add(place.uri);
      yield { uri: place.uri, from };
      // What it incorporates itself is known once its text has been given.
      queue.push(place.uri);
    }
  }
}
