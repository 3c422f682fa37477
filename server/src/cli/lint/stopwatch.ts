/** The output of `--stats`: how much was read and how long each part took. */
import { count, type JudgedFile } from '../../core/index';
import type { Io } from '../io';

export class Stopwatch {
  private last: number;
  private readonly laps: string[] = [];

  constructor(private readonly io: Pick<Io, 'clock'>) {
    this.last = io.clock();
  }

  /** Ends a part of the run. */
  lap(name: string): void {
    const now = this.io.clock();
    this.laps.push(`${name} in ${(now - this.last).toFixed(1)} ms`);
    this.last = now;
  }

  summary(files: readonly JudgedFile[]): string {
    const characters = files.reduce((sum, { text }) => sum + text.length, 0);
    return `${count(files.length, 'file')}, ${count(characters, 'character')}: ${this.laps.join(', ')}.\n`;
  }
}
