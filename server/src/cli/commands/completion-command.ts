/** `oneplan completion`: prints a shell script that completes commands, options and rules. */
import { defineCommand } from '../define-command';
import { UsageError } from '../usage-error';

const shells = ['bash', 'zsh', 'fish'] as const;

export const completionCommand = defineCommand({
  name: 'completion',
  summary: 'Print a completion script for a shell.',
  argument: { name: '<shell>', description: 'bash, zsh or fish', completes: shells },
  options: {},
  examples: [
    { line: 'oneplan completion bash > /etc/bash_completion.d/oneplan', does: 'for all users of bash' },
    { line: 'oneplan completion fish > ~/.config/fish/completions/oneplan.fish', does: 'for yourself in fish' },
  ],
  load: async () => async (given, io, commands) => {
    const shell = shells.find(known => known === given.arguments[0]);
    if (!shell) throw new UsageError(`There is no completion for "${given.arguments[0]}". Choose bash, zsh or fish.`);
    const { completionScript } = await import('../completion-script');
    io.stdout(completionScript(shell, commands));
    return 0;
  },
});
