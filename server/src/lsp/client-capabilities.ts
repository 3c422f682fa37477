/** What the editor at the other end can do, read once from what it says of itself. Everything else adapts to this. */
import type { InitializeParams } from 'vscode-languageserver';
import type { Translations } from '../core/index';
import { keyOf } from '../workspace/uri';

export interface ClientCapabilities {
  /** Asks for diagnostics itself; otherwise they are sent to it. */
  readonly pullsDiagnostics: boolean;
  /** Asks again when told that findings may have changed. */
  readonly refreshesDiagnostics: boolean;
  /** Asks for inlay hints again when told that they may have changed. */
  readonly refreshesInlayHints: boolean;
  readonly relatedDocuments: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticTags: boolean;
  readonly diagnosticData: boolean;
  /** Takes code actions as such, and not as bare commands. */
  readonly codeActions: boolean;
  /** Takes edits that say for which version of the document they are. */
  readonly versionedEdits: boolean;
  /** Answers questions for its settings. */
  readonly configuration: boolean;
  /** Tells of changed settings when it is asked to. */
  readonly tellsOfSettings: boolean;
  /** Watches files when it is asked to. */
  readonly watchesFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly showsDocuments: boolean;
  /** Shows hovers that are written in Markdown. */
  readonly markdownHovers: boolean;
  /** Takes completions with places to type in them. */
  readonly snippets: boolean;
  /** Shows beside every completion what it stands for, not only beside the one that is picked. */
  readonly completionDescriptions: boolean;
  /** Takes edits with places to type in them. */
  readonly snippetEdits: boolean;
  /** Shows an outline with levels. */
  readonly nestedSymbols: boolean;
  /** Takes the whole of a definition beside its name. */
  readonly definitionLinks: boolean;
  /** Asks whether something can be renamed before it asks for the new name. */
  readonly preparesRenames: boolean;
  readonly own: OwnCapabilities;
}

/** What our own clients say of themselves in `initializationOptions`. */
interface OwnCapabilities {
  /** Reads and finds files for the server: `oneplan/readFile`, `oneplan/findPlans`. */
  readonly readsFiles: boolean;
  /** Has the command `onePlan.openRulePage`, which takes the id of a rule. */
  readonly opensRulePages: boolean;
  /** Has the command `onePlan.showReferences`, which takes a document, a position and locations. */
  readonly showsReferences: boolean;
  /** Has the command `editor.action.triggerSuggest`, which asks for completion again. */
  readonly suggestsAgain: boolean;
  /** Keys of documents that the server must not read, because they ended it before. */
  readonly withheld: ReadonlySet<string>;
  /** Its texts in the language of the editor, by the English ones; none where that is English. */
  readonly translations: Translations | undefined;
  /** Settings of a client that cannot be asked for them. */
  readonly settings: unknown;
}

/** Reads the capabilities; whatever an editor does not say, it cannot do. */
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
