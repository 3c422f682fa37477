/** How long an answer may take: what was promised for a machine that does nothing else, stretched by what else it does. */
import { cpus, loadavg } from 'node:os';

/** `milliseconds`, stretched where more programs want to run than the machine has cores. */
export function patience(milliseconds: number): number {
  const wanting = loadavg()[0] ?? 0;
  return milliseconds * Math.max(1, wanting / cpus().length);
}
