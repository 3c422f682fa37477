/** The keys of one mapping that were read so far: most mappings have few, and those need no hashing. */
export class KeySet {
  private readonly few: string[] = [];
  private many: Set<string> | undefined;

  /** False when `key` was there before. */
  add(key: string): boolean {
    if (this.many) return !this.many.has(key) && this.many.add(key) !== undefined;
    if (this.few.includes(key)) return false;
    this.few.push(key);
    if (this.few.length > 16) this.many = new Set(this.few);
    return true;
  }
}
