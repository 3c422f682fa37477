/**
 * Decodes the bytes of a saved sheet: as UTF-8 or UTF-16 where a mark or the bytes say so, otherwise as Windows-1252,
 * which Excel writes.
 */

export function decodeSpreadsheet(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fromWindows1252(bytes);
  }
}

/**
 * Not with `TextDecoder`: some versions of Node decode Windows-1252 as Latin-1, which has no curly quotes and dashes.
 */
function fromWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, sign => SIGNS[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** The characters of the bytes 80 to 9F; five bytes are unassigned. */
const SIGNS = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'];
