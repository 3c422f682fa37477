/** A place in a text that is read from left to right, and the single values that may stand there. */

import { type Origin, ScalarNode, type ScalarValue } from '../tree/node';
import { plainValue } from '../tree/plain-scalar';
import { DOUBLE, SINGLE } from './line-patterns';

const LF = 10;
const CR = 13;
const SPACE = 32;
const DASH = 45;

export abstract class LineCursor {
  /** The first character of the content that is read next. */
  protected at = 0;

  constructor(
    protected readonly text: string,
    protected readonly origin: Origin,
  ) {}

  protected isDash(): boolean {
    if (this.text.charCodeAt(this.at) !== DASH) return false;
    const next = this.text.charCodeAt(this.at + 1);
    return next === SPACE || next === LF || next === CR || Number.isNaN(next);
  }

  protected quotedText(code: number): ScalarNode | undefined {
    if (code !== 34 && code !== 39) return undefined;
    const pattern = code === 34 ? DOUBLE : SINGLE;
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return undefined;
    const from = this.at;
    this.at = pattern.lastIndex;
    const inner = this.text.slice(from + 1, this.at - 1);
    const value = code === 34 ? inner : inner.replaceAll("''", "'");
    return new ScalarNode(this.origin, from, this.at, value, value, code === 34 ? 'double' : 'single');
  }

  protected plainText(pattern: RegExp): ScalarNode | undefined {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return undefined;
    const from = this.at;
    let to = pattern.lastIndex;
    while (this.text.charCodeAt(to - 1) === SPACE) to--;
    this.at = to;
    return this.plain(from, to);
  }

  protected plain(from: number, to: number): ScalarNode | undefined {
    const text = this.text.slice(from, to);
    const value: ScalarValue = plainValue(text);
    // A number that is not written as it is read: something is told of it.
    if (typeof value === 'number' && String(value) !== text) return undefined;
    return new ScalarNode(this.origin, from, to, text, value, 'plain');
  }
}
