/** What a document says it is, and the faults of saying so. */

import type { Fault, Fix } from '../finding';
import type { SyntaxTree } from '../syntax/parse';
import { isEmpty, type MapNode, type ScalarNode } from '../syntax/tree/node';
import { nearest } from '../text/nearest';
import { say } from '../text/say';
import { shorten } from '../text/words';
import type { DocumentKind } from './shape';

/** The version of the format that this tool reads. */
const formatVersion = 1;

/** What the document says that it is, by its first key of that name; `undefined` where it says nothing. */
export function kindOf(root: MapNode): DocumentKind | undefined {
  if (root.entry('one_plan')) return 'one-plan';
  return root.entry('bcf_plan') ? 'bcf-plan' : undefined;
}

/** `unknown-document` and `unsupported-version`. */
export function kindFaults(tree: SyntaxTree, kind: DocumentKind | undefined): readonly Fault[] {
  if (kind === undefined) return unknownDocument(tree);
  const version = tree.root.get(kind === 'one-plan' ? 'one_plan' : 'bcf_plan');
  if (version?.kind !== 'scalar' || isEmpty(version) || version.value === formatVersion) return [];
  if (typeof version.value !== 'number' || !Number.isInteger(version.value)) return [];
  const message = say`This plan is written in version ${shorten(version.text)} of the format, and this tool reads version ${formatVersion}. Bring the tool up to date, or write ${formatVersion} here.`;
  return [{ rule: 'unsupported-version', at: version, message }];
}

function unknownDocument({ root, other, text, faults }: SyntaxTree): readonly Fault[] {
  if (faults.length > 0 && root.entries.length === 0) return [];
  const first = root.entries[0]?.key;
  const meant = root.entries
    .map(({ key }) => key)
    .find(key => nearest(key.text, ['one_plan', 'bcf_plan']) !== undefined);
  if (meant) {
    const kind = nearest(meant.text, ['one_plan', 'bcf_plan']) ?? 'one_plan';
    const message = say`The file does not say what it is: "${shorten(meant.text)}" stands where "${kind}" belongs. Write "${kind}: 1" as its first line.`;
    return [
      {
        rule: 'unknown-document',
        at: meant,
        message,
        fixes: [{ title: say`Write ${kind}`, safe: false, edits: [{ at: meant, text: kind }] }],
      },
    ];
  }
  const at = first ?? other ?? { start: 0, end: 0 };
  const message = say`The file does not say what it is. Write "one_plan: 1" as its first line for the plan of a place, or "bcf_plan: 1" for an existing Better Care Fund plan.`;
  const fixes = first && startsLine(first, text) ? [firstLine(first)] : [];
  return [{ rule: 'unknown-document', at, message, fixes }];
}

/** Another key can stand on the line above only where this one is not indented, in brackets, or behind anything else. */
function startsLine({ start }: ScalarNode, text: string): boolean {
  return /^\ufeff?(?:(?:[ \t]*(?:#.*)?|---[ \t]*)\r?\n)*$/.test(text.slice(0, start));
}

function firstLine({ start }: ScalarNode): Fix {
  const edits = [{ at: { start, end: start }, text: 'one_plan: 1\n' }];
  return { title: say`Write one_plan: 1 first`, safe: false, edits };
}
