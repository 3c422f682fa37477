/** The server table: every method that the server has. To add one, add its file here. */
import type { Method } from '../method';
import { codeAction } from './code-action';
import { didChange } from './did-change';
import { didChangeConfiguration } from './did-change-configuration';
import { didChangeWatchedFiles } from './did-change-watched-files';
import { didChangeWorkspaceFolders } from './did-change-workspace-folders';
import { didClose } from './did-close';
import { didOpen } from './did-open';
import { didSave } from './did-save';
import { documentDiagnostic } from './document-diagnostic';
import { executeCommand } from './execute-command';
import { workspaceDiagnostic } from './workspace-diagnostic';

export const methods: readonly Method[] = [
  didOpen,
  didChange,
  didSave,
  didClose,
  didChangeConfiguration,
  didChangeWatchedFiles,
  didChangeWorkspaceFolders,
  documentDiagnostic,
  workspaceDiagnostic,
  codeAction,
  executeCommand,
];
