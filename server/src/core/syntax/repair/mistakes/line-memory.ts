/** The lines of one text, each looked at once however many values stand on it. */
import { type Line, lineAt } from './line';

export class LineMemory {
  private last: Line | undefined;

  constructor(readonly text: string) {}

  /** The line on which `offset` stands; quick for offsets that are asked for in the order of the text. */
  at(offset: number): Line {
    const { last } = this;
    if (last && last.start <= offset && offset <= last.end) return last;
    const line = lineAt(this.text, offset);
    this.last = line;
    return line;
  }
}
