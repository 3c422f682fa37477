/** The door of the core that only the workspace goes through: what hosts are given by it alone, features among it. */
export { type Analysis, analyse } from './analysis';
export {
  type Configuration,
  type ConfigurationReading,
  configurationFile,
  judgeConfiguration,
  noConfiguration,
  readConfiguration,
  withFiles,
} from './config/configuration';
export type { Action, ActionEdit } from './features/actions/action';
export { type ActionGroup, actionsAt } from './features/actions/actions';
export { addWhatAgreementNeeds } from './features/actions/add-what-agreement-needs';
export { type CodeLens, codeLenses } from './features/code-lenses';
export { complete } from './features/completion/completion';
export type { Completion } from './features/completion/context';
export { oldPlansAround } from './features/completion/old-plans';
export { type Fold, foldsOf } from './features/folding';
export { hover } from './features/hover/hover';
export type { Hover, HoverPart } from './features/hover/hover-part';
export { type HintKind, hintKinds, type InlayHint, inlayHints } from './features/inlay-hints';
export { linksOf } from './features/navigation/document-links';
export { type PlanSymbol, symbolsOf } from './features/navigation/document-symbols';
export {
  type ThreadItem,
  type ThreadKind,
  type ThreadLink,
  threadBack,
  threadItemAt,
  threadOn,
} from './features/navigation/golden-thread';
export { type Prepared, prepareRename, type Renamed, rename } from './features/navigation/rename';
export { type Occurrence, occurrencesOf, type Target, targetAt } from './features/navigation/targets';
export { type FoundSymbol, findSymbols } from './features/navigation/workspace-symbols';
export { selectionsAt } from './features/selection-ranges';
export { type SemanticToken, semanticTokens, tokenModifiers, tokenTypes } from './features/semantic-tokens';
export { completeSettingsFile, hoverSettingsFile, type SettingsFileKind } from './features/settings-files';
export { withoutTabStops } from './features/shared/snippet';
export { isSameItem, whileTyping } from './features/while-typing';
export { fixAll, safeEdits } from './fix-all';
export { formatRange } from './format/format';
export { formatWhileTyping } from './format/format-while-typing';
export { everyFinding } from './judge';
export { Project } from './project';
export { type Readiness, readinessFrom } from './readiness';
export { isOfSyntax } from './reading';
export { nextChoices, type ProposedNext, proposedNext } from './start/next-year/next-choices';
export { type AskedNextPlan, type MadeNextPlan, nextPlan } from './start/next-year/next-plan';
