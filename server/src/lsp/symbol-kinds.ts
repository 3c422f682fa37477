/** Which of the protocol's kinds, made for programs, stands for a part of a plan: they decide the little picture beside it. */
import { SymbolKind } from 'vscode-languageserver';

/** The kind for a kind of item ("scheme"), for a `section` or for a single `key`. */
export function symbolKindOf(kind: string): SymbolKind {
  return KINDS[kind] ?? SymbolKind.Object;
}

const KINDS: Readonly<Record<string, SymbolKind>> = {
  section: SymbolKind.Namespace,
  key: SymbolKind.Property,
  partner: SymbolKind.Package,
  person: SymbolKind.Variable,
  body: SymbolKind.Interface,
  decision: SymbolKind.Method,
  contribution: SymbolKind.Constant,
  line: SymbolKind.Number,
  fund: SymbolKind.Struct,
  transfer: SymbolKind.Operator,
  scheme: SymbolKind.Class,
  'bcf-scheme': SymbolKind.Class,
  milestone: SymbolKind.Event,
  outcome: SymbolKind.Function,
};
