/** `oneplan lsp`: the language server, for any editor. */
import { defineCommand } from '../define-command';

export const lspCommand = defineCommand({
  name: 'lsp',
  summary: 'Run the language server, for an editor.',
  options: { stdio: { description: 'speak over standard input and output (always so)' } },
  examples: [{ line: 'oneplan lsp --stdio', does: 'what an editor starts' }],
  load: async () => async (_given, io) => {
    await io.serve();
    return 0;
  },
});
