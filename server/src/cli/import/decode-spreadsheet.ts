/** Bytes of a saved sheet → text: UTF-8 or UTF-16 where it says so or can only be that, else what Excel writes on Windows. */

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

/** Not by `TextDecoder`: some versions of Node take this encoding for Latin-1, which has no quotes and dashes. */
function fromWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, sign => SIGNS[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** What the bytes from 80 to 9F stand for; five of them for nothing. */
const SIGNS = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'];
