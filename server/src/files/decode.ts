/**
 * Decodes bytes. Plans are UTF-8; anything else is a fault at the first invalid byte, and its text is never written
 * back.
 */
import { isUtf8 } from 'node:buffer';
import { say } from '../core/index';
import type { FileText } from '../workspace/file-text';

/** The text of `bytes`, a byte order mark included; or the fault `not-text` where they are no UTF-8. */
export function textOf(bytes: Buffer): FileText {
  if (isUtf8(bytes)) return { kind: 'text', text: bytes.toString('utf8') };
  const text = bytes.toString('utf8');
  const bad = firstBadByte(bytes);
  const start = bytes.subarray(0, bad).toString('utf8').length;
  const fault = {
    rule: 'not-text',
    at: { start, end: Math.min(text.length, start + 1) },
    message: messageOf(bytes, bad),
  };
  return { kind: 'fault', fault, text };
}

function messageOf(bytes: Buffer, bad: number): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') {
    return say`The file is written in UTF-16, and plans are read as UTF-8. Save it again with the encoding UTF-8.`;
  }
  const byte = bytes[bad] ?? 0;
  const written = byte.toString(16).toUpperCase();
  const meant = WINDOWS_1252.get(byte);
  return meant === undefined
    ? say`The file is not written in UTF-8: the byte ${written} stands here. Save it again with the encoding UTF-8.`
    : say`The file is not written in UTF-8: the byte ${written}, "${meant}" as Windows writes it, stands here. Save it again with the encoding UTF-8.`;
}

/** Common signs of plans in Windows-1252. */
const WINDOWS_1252 = new Map([
  [0x80, '€'],
  [0x85, '…'],
  [0x91, '‘'],
  [0x92, '’'],
  [0x93, '“'],
  [0x94, '”'],
  [0x96, '–'],
  [0x97, '—'],
  [0xa3, '£'],
  [0xbd, '½'],
  [0xe9, 'é'],
]);

/** Offset of the first byte that is invalid in UTF-8. */
function firstBadByte(bytes: Buffer): number {
  let at = 0;
  while (at < bytes.length) {
    const length = lengthOf(bytes[at] ?? 0);
    if (length === 0 || !isUtf8(bytes.subarray(at, at + length))) return at;
    at += length;
  }
  return bytes.length;
}

function lengthOf(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}
