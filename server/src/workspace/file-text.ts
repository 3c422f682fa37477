/** The content of a file, as every host returns it. */
import type { Fault } from '../core/index';

export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  /** A file that is no text that can be checked: its one fault, and its text as far as it can be shown. */
  | { readonly kind: 'fault'; readonly fault: Fault; readonly text: string }
  /** Why it cannot be read, to follow "The file": "is not there". */
  | { readonly kind: 'unreadable'; readonly why: string };

/** Whether two readings of a file are equal. */
export function isSameFile(one: FileText, other: FileText): boolean {
  if (one.kind === 'unreadable') return other.kind === 'unreadable' && one.why === other.why;
  return one.kind === other.kind && one.text === other.text;
}
