/** The protocol's symbol kind for each part of a plan, which decides its icon. */
import { SymbolKind } from 'vscode-languageserver';

/** The symbol kind of a kind of item ("scheme"), of a `section` or of a single `key`. */
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
