/**
 * The hash that GitHub's code scanning makes of each line, by which it follows a finding when lines move: of the next hundred
 * characters from the start of the line on, blanks left out, with the number of times that it has come before.
 */

const width = 100;
const half = 2 ** 32;
/** What stands behind the last character of a text. */
const endMark = 0xffff;

/** 37 to the power of `width`, modulo 2^64, as its two halves. */
const leaving = (() => {
  const power = BigInt.asUintN(64, 37n ** BigInt(width));
  return { high: Number(power >> 32n), low: Number(power & 0xffffffffn) };
})();

/** The hash of each of `lines`, which come without their ends: `271789c17abda88f:1`. */
export function lineHashes(lines: readonly string[]): readonly string[] {
  const window = new Uint16Array(width);
  const starts = new Int32Array(width).fill(-1);
  const hashes: string[] = [];
  const times = new Map<string, number>();
  let high = 0;
  let low = 0;
  let index = 0;
  const tell = () => {
    const line = starts[index] ?? -1;
    if (line < 0) return;
    const hash = hexOf(high, low);
    const time = (times.get(hash) ?? 0) + 1;
    times.set(hash, time);
    hashes[line] = `${hash}:${time}`;
    starts[index] = -1;
  };
  const take = (code: number) => {
    const left = window[index] ?? 0;
    window[index] = code;
    index = (index + 1) % width;
    // Products stay below 2^53, so that plain numbers hold them.
    const newLow = low * 37 + code - leaving.low * left;
    const carry = Math.floor(newLow / half);
    low = newLow - carry * half;
    const newHigh = high * 37 + carry - leaving.high * left;
    high = newHigh - Math.floor(newHigh / half) * half;
  };
  for (const [line, text] of lines.entries()) {
    let isStart = true;
    const end = line === lines.length - 1 ? endMark : 0x0a;
    for (let at = 0; at <= text.length; at += 1) {
      const code = at === text.length ? end : text.charCodeAt(at);
      if (code === 0x20 || code === 0x09) continue;
      tell();
      if (isStart) starts[index] = line;
      isStart = false;
      take(code);
    }
  }
  for (let rest = 0; rest < width; rest += 1) {
    tell();
    take(0);
  }
  return hashes;
}

function hexOf(high: number, low: number): string {
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
}
