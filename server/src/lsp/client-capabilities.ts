/** The capabilities of the client, read once from `initialize`. Everything else adapts to them. */
import type { InitializeParams } from 'vscode-languageserver';
import type { Translations } from '../core/index';
import { keyOf } from '../workspace/uri';

export interface ClientCapabilities {
  /** Pulls diagnostics; otherwise they are pushed. */
  readonly pullsDiagnostics: boolean;
  /** Pulls diagnostics again after a refresh request. */
  readonly refreshesDiagnostics: boolean;
  /** Requests inlay hints again after a refresh request. */
  readonly refreshesInlayHints: boolean;
  readonly relatedDocuments: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticTags: boolean;
  readonly diagnosticData: boolean;
  /** Takes `CodeAction` literals, not only commands. */
  readonly codeActions: boolean;
  /** Takes edits with the version of the document that they apply to. */
  readonly versionedEdits: boolean;
  /** Answers `workspace/configuration`. */
  readonly configuration: boolean;
  /** Reports changed settings once registered for. */
  readonly tellsOfSettings: boolean;
  /** Watches files once registered for. */
  readonly watchesFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly showsDocuments: boolean;
  /** Shows hovers in Markdown. */
  readonly markdownHovers: boolean;
  /** Takes completions as snippets. */
  readonly snippets: boolean;
  /** Shows the description of every completion, not only of the selected one. */
  readonly completionDescriptions: boolean;
  /** Takes snippets in workspace edits. */
  readonly snippetEdits: boolean;
  /** Shows nested document symbols. */
  readonly nestedSymbols: boolean;
  /** Takes definitions as `LocationLink`. */
  readonly definitionLinks: boolean;
  /** Sends `prepareRename` before `rename`. */
  readonly preparesRenames: boolean;
  readonly own: OwnCapabilities;
}

/** What our own clients add in `initializationOptions`. */
interface OwnCapabilities {
  /** Reads and finds files for the server: `oneplan/readFile`, `oneplan/findPlans`. */
  readonly readsFiles: boolean;
  /** Has the command `onePlan.openRulePage`, which takes the id of a rule. */
  readonly opensRulePages: boolean;
  /** Has the command `onePlan.showReferences`, which takes a document, a position and locations. */
  readonly showsReferences: boolean;
  /** Has the command `editor.action.triggerSuggest`, which asks for completion again. */
  readonly suggestsAgain: boolean;
  /** Keys of documents that the server must not read, because they crashed it before. */
  readonly withheld: ReadonlySet<string>;
  /** Translations by English text for the editor's language; none for English. */
  readonly translations: Translations | undefined;
  /** The settings, for a client that does not answer `workspace/configuration`. */
  readonly settings: unknown;
}

/** Reads the capabilities; what the client does not announce counts as missing. */
export function capabilitiesOf({ capabilities, initializationOptions }: InitializeParams): ClientCapabilities {
  const { textDocument, workspace, window } = capabilities;
  const published = textDocument?.publishDiagnostics;
  const pulled = textDocument?.diagnostic;
  return {
    pullsDiagnostics: pulled !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    relatedDocuments: pulled?.relatedDocumentSupport === true,
    relatedInformation: (pulled ?? published)?.relatedInformation ?? published?.relatedInformation ?? false,
    codeDescription: (pulled ?? published)?.codeDescriptionSupport ?? published?.codeDescriptionSupport ?? false,
    diagnosticTags: ((pulled ?? published)?.tagSupport ?? published?.tagSupport) !== undefined,
    diagnosticData: (pulled ?? published)?.dataSupport ?? published?.dataSupport ?? false,
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    configuration: workspace?.configuration === true,
    tellsOfSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    showsDocuments: window?.showDocument?.support === true,
    markdownHovers: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    completionDescriptions: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    preparesRenames: textDocument?.rename?.prepareSupport === true,
    own: ownCapabilities(initializationOptions),
  };
}

function textsOf(said: unknown): Translations | undefined {
  if (typeof said !== 'object' || said === null) return undefined;
  return Object.fromEntries(Object.entries(said).filter(([, text]) => typeof text === 'string'));
}

function ownCapabilities(options: unknown): OwnCapabilities {
  const said = typeof options === 'object' && options !== null ? (options as Readonly<Record<string, unknown>>) : {};
  const withheld = Array.isArray(said['withheld']) ? said['withheld'].filter(uri => typeof uri === 'string') : [];
  return {
    readsFiles: said['readsFiles'] === true,
    opensRulePages: said['opensRulePages'] === true,
    showsReferences: said['showsReferences'] === true,
    suggestsAgain: said['suggestsAgain'] === true,
    withheld: new Set(withheld.map(keyOf)),
    translations: textsOf(said['translations']),
    settings: said['onePlan'],
  };
}
