/** The server table: every method that the server has. To add one, add its file here. */
import type { Method } from '../method';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from './call-hierarchy';
import { codeAction } from './code-action';
import { codeLens } from './code-lens';
import { completion } from './completion';
import { cursor } from './cursor';
import { definition } from './definition';
import { didChange } from './did-change';
import { didChangeConfiguration } from './did-change-configuration';
import { didChangeWatchedFiles } from './did-change-watched-files';
import { didChangeWorkspaceFolders } from './did-change-workspace-folders';
import { didClose } from './did-close';
import { didOpen } from './did-open';
import { didSave } from './did-save';
import { documentDiagnostic } from './document-diagnostic';
import { documentHighlight } from './document-highlight';
import { documentLink } from './document-link';
import { documentSymbol } from './document-symbol';
import { executeCommand } from './execute-command';
import { foldingRange } from './folding-range';
import { formatting, onTypeFormatting, rangeFormatting } from './formatting';
import { hover } from './hover';
import { inlayHint } from './inlay-hint';
import { mergeOldPlans, oldPlans } from './merge-old-plans';
import { newPlanChoices, newPlanText } from './new-plan';
import { nextPlanChoices, nextPlanText } from './next-plan';
import { prepareRename } from './prepare-rename';
import { readiness } from './readiness';
import { references } from './references';
import { rename } from './rename';
import { selectionRange } from './selection-range';
import { semanticTokensDelta, semanticTokensFull, semanticTokensRange } from './semantic-tokens';
import { workspaceDiagnostic } from './workspace-diagnostic';
import { workspaceSymbol } from './workspace-symbol';

export const methods: readonly Method[] = [
  didOpen,
  didChange,
  didSave,
  didClose,
  cursor,
  didChangeConfiguration,
  didChangeWatchedFiles,
  didChangeWorkspaceFolders,
  documentDiagnostic,
  workspaceDiagnostic,
  codeAction,
  executeCommand,
  hover,
  completion,
  formatting,
  rangeFormatting,
  onTypeFormatting,
  documentSymbol,
  workspaceSymbol,
  definition,
  references,
  documentHighlight,
  prepareRename,
  rename,
  documentLink,
  foldingRange,
  selectionRange,
  prepareCallHierarchy,
  incomingCalls,
  outgoingCalls,
  inlayHint,
  codeLens,
  semanticTokensFull,
  semanticTokensDelta,
  semanticTokensRange,
  readiness,
  newPlanChoices,
  newPlanText,
  nextPlanChoices,
  nextPlanText,
  oldPlans,
  mergeOldPlans,
];
