/** The one door to the core: everything outside it imports from here. */
export { type Analysis, analyse } from './analysis';
export {
  type Configuration,
  configurationFile,
  judgeConfiguration,
  noConfiguration,
  readConfiguration,
} from './config/configuration';
export type { Action, ActionEdit } from './features/actions/action';
export { actionsAt } from './features/actions/actions';
export { addWhatAgreementNeeds, applied } from './features/actions/add-what-agreement-needs';
export { codeLenses } from './features/code-lenses';
export { complete } from './features/completion/completion';
export type { Completion } from './features/completion/context';
export { oldPlansAround } from './features/completion/old-plans';
export { foldsOf } from './features/folding';
export { hover } from './features/hover/hover';
export type { Hover, HoverPart } from './features/hover/hover-part';
export { type HintKind, hintKinds, inlayHints } from './features/inlay-hints';
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
export { prepareRename, rename } from './features/navigation/rename';
export { occurrencesOf, targetAt } from './features/navigation/targets';
export { findSymbols } from './features/navigation/workspace-symbols';
export { selectionsAt } from './features/selection-ranges';
export { semanticTokens, tokenModifiers, tokenTypes } from './features/semantic-tokens';
export { completeSettingsFile, hoverSettingsFile, type SettingsFileKind } from './features/settings-files';
export { withoutTabStops } from './features/shared/snippet';
export { isSameItem, quieten } from './features/while-typing';
export type { Fault, Finding, Fix, Related, Severity } from './finding';
export { putRight, safeEdits } from './fix-all';
export { formatDocument, formatRange, isBroken } from './format/format';
export { formatWhileTyping } from './format/format-while-typing';
export { type SchemeField, schemeFields } from './import/columns';
export { type ImportedPlan, importOldPlan } from './import/import-old-plan';
export type { SheetFinding, SheetRow } from './import/sheet';
export { everyFinding, type Judgement, judge } from './judge';
export { limits } from './limits';
export type { Option, Question } from './merge/conflicts';
export { type CarriedScheme, type Merger, mergePlans } from './merge/merge-plans';
export type { OldPlan, OldScheme } from './merge/old-plan';
export { pendingSchemes } from './merge/pending-schemes';
export { readAnswers } from './merge/read-answers';
export type { Stage } from './model/plan';
export { noWorkspace, type Workspace } from './model/workspace';
export { Project } from './project';
export { readinessFrom, standingOf, toDoIn, toPutRight } from './readiness';
export {
  defaultFramework,
  type Framework,
  frameworkNamed,
  shippedFrameworks,
} from './reference/framework';
export { dataAttribution, dataVersion } from './reference/tables.generated';
export { type Baseline, readBaseline, writeBaseline } from './report/baseline';
export { fileReportOf, type JudgedFile } from './report/file-report';
export { type FormatName, formatNames, formatReport } from './report/formats';
export { type Palette, plainPalette } from './report/palette';
export { type Report, reportOf } from './report/report';
export { rulePageText } from './report/rule-page';
export { visible, visibleJson } from './report/visible';
export { pageOf, ruleIds, rulePages, rules } from './rules/index';
export type { RulePage } from './rules/shared/rule';
export { noSettings, type Settings } from './settings';
export { findPlace } from './start/find-place';
export { fileNameFor, newPlan } from './start/new-plan';
export { type StartingChoices, startingChoices } from './start/starting-choices';
export { type Period, usualPeriod } from './start/usual-period';
export { parse } from './syntax/parse';
export { applyEdits, type TextEdit } from './text/edit';
export { withLineEndsOf } from './text/line-break';
export { FEW_CHANGES, type LineChange, lineChanges } from './text/line-changes';
export { LineIndex } from './text/line-index';
export { nearest } from './text/nearest';
export { count, phrase, say, speak, type Translations } from './text/say';
export type { Span } from './text/span';
export { type CalendarDate, readDate } from './values/calendar';
export { formatMoney } from './values/money';
