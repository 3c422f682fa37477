/**
 * Findings and edits of the core → protocol types: offsets become positions. The only file that makes positions of the
 * protocol.
 */
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  type TextEdit as ProtocolEdit,
  type Range,
} from 'vscode-languageserver';
import {
  type Finding,
  type LineIndex,
  type Related,
  type Severity,
  type Span,
  type TextEdit,
  visible,
} from '../core/index';
import { rulePageAddress } from '../rule-page-address';
import type { ClientCapabilities } from './client-capabilities';

/** The URI and the lines of another document; `undefined` for an unknown one. */
export type LinesOf = (key: string) => { readonly uri: string; readonly lines: LineIndex } | undefined;

/** What a diagnostic carries along: what its finding is known by from one version of a text to the next. */
interface DiagnosticData {
  readonly fingerprint: string;
}

/** A finding of the document at `uri` as a diagnostic, with only the properties that the client understands. */
export function diagnosticOf(
  finding: Finding,
  document: { readonly uri: string; readonly lines: LineIndex },
  client: ClientCapabilities,
  linesOf: LinesOf,
): Diagnostic {
  const href = client.codeDescription ? rulePageAddress(finding.rule) : undefined;
  const related = client.relatedInformation
    ? (finding.related ?? []).flatMap(place => relatedOf(place, document, linesOf))
    : [];
  const data: DiagnosticData = { fingerprint: finding.fingerprint };
  return {
    range: rangeOf(finding.at, document.lines),
    severity: severities[finding.severity],
    code: finding.rule,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    source: 'oneplan',
    // An editor may show it in a terminal.
    message: visible(finding.message),
    ...(client.diagnosticTags && finding.rule === 'unused-waiver' ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    ...(client.diagnosticData ? { data } : {}),
  };
}

/** The range of a span. */
export function rangeOf({ start, end }: Span, lines: LineIndex): Range {
  const first = lines.positionAt(start);
  const last = lines.positionAt(end);
  return {
    start: { line: first.line, character: first.column },
    end: { line: last.line, character: last.column },
  };
}

/** Edits of one text; all ranges refer to the text before any of them. */
export function editsOf(edits: readonly TextEdit[], lines: LineIndex): ProtocolEdit[] {
  return edits.map(({ at, text }) => ({ range: rangeOf(at, lines), newText: text }));
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

function relatedOf(
  place: Related,
  own: { readonly uri: string; readonly lines: LineIndex },
  linesOf: LinesOf,
): DiagnosticRelatedInformation[] {
  const document = place.uri === undefined ? own : linesOf(place.uri);
  if (!document) return [];
  return [
    { location: { uri: document.uri, range: rangeOf(place.at, document.lines) }, message: visible(place.message) },
  ];
}
