/** Suggestions for unknown words. */
import { nearest } from '../core/index';

/** `Write "deadline-past-limit".`, when one of `words` is near enough to `written`. */
export function nearestTo(written: string, words: Iterable<string>): string | undefined {
  const meant = nearest(written, words);
  return meant === undefined ? undefined : `Write "${meant}".`;
}
