/** What stands in a file, as every host tells it. */
import type { Fault } from '../core/index';

export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  /** It is a file, but no text that can be checked: its one finding, in the text as far as it can be shown. */
  | { readonly kind: 'fault'; readonly fault: Fault; readonly text: string }
  /** Why it cannot be read, to follow "The file": "is not there". */
  | { readonly kind: 'unreadable'; readonly why: string };

/** Whether two readings of a file say the same. */
export function isSameFile(one: FileText, other: FileText): boolean {
  if (one.kind === 'unreadable') return other.kind === 'unreadable' && one.why === other.why;
  return one.kind === other.kind && one.text === other.text;
}
