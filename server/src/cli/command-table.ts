/** All commands, in the order of the help. To add one, add its line here and its file in `commands/`. */
import type { Command } from './command';
import { completionCommand } from './commands/completion-command';
import { explainCommand } from './commands/explain-command';
import { formatCommand } from './commands/format-command';
import { importCommand } from './commands/import-command';
import { initCommand } from './commands/init-command';
import { lintCommand } from './commands/lint-command';
import { lspCommand } from './commands/lsp-command';
import { mergeCommand } from './commands/merge-command';
import { rulesCommand } from './commands/rules-command';

export const commands: readonly Command[] = [
  lintCommand,
  initCommand,
  formatCommand,
  mergeCommand,
  importCommand,
  explainCommand,
  rulesCommand,
  lspCommand,
  completionCommand,
];
