/**
 * Starts programs and makes sure that none outlives the run: each child has its own process group, which is
 * killed when the run ends, is interrupted or fails.
 */

import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

const alive = new Set<ChildProcess>();

/** Starts a program in a process group of its own. Its output is piped. */
export function start(command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const child = spawn(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  return child;
}

/** Runs a program to its end. Rejects with its last output when it fails or takes longer than `timeout` milliseconds. */
export function runToEnd(
  command: string,
  args: readonly string[],
  { cwd, env, timeout }: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly timeout: number },
): Promise<string> {
  const child = start(command, args, {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, ...env },
    // npm is a script on Windows, which only the shell can start.
    shell: process.platform === 'win32',
  });
  const output = collectOutput(child);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      kill(child);
      reject(new Error(`${command} ${args.join(' ')} did not end in ${timeout / 1000} s:\n${output.tail()}`));
    }, timeout);
    child.once('error', error => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('close', code => {
      clearTimeout(timer);
      if (code === 0) resolve(output.all());
      else reject(new Error(`${command} ${args.join(' ')} ended with status ${code}:\n${output.tail()}`));
    });
  });
}

/** Everything that a child has printed so far, standard output and standard error together. */
export function collectOutput(child: ChildProcess): { all(): string; tail(): string } {
  const chunks: string[] = [];
  child.stdout?.on('data', chunk => chunks.push(String(chunk)));
  child.stderr?.on('data', chunk => chunks.push(String(chunk)));
  const all = () => chunks.join('');
  return { all, tail: () => all().split('\n').slice(-20).join('\n') };
}

/** Kills a child and everything that it started. Harmless when it has ended. */
export function kill(child: ChildProcess): void {
  alive.delete(child);
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended in the meantime.
  }
}

/** Arranges that no child is left when this process ends, in whatever way. */
export function killChildrenAtExit(): void {
  process.once('exit', () => {
    for (const child of alive) kill(child);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(130));
  }
}
