/** What is read of a document at most, so that nobody's text keeps the tool from the others. SECURITY.md tells the same numbers. */
export const limits = {
  /** Bytes of a file, and characters of a text in the editor; a plan of 100,000 lines has a third of this. */
  size: 16 * 1024 * 1024,
  /** Characters of a line: nobody wrote a longer one, and looking for mistakes in a line takes longer than the line is long. */
  line: 100_000,
  /** Items and brackets within each other. */
  depth: 64,
  /** Aliases of a document. */
  aliases: 100,
  /** Findings that are reported for a document; the last one says that there are more. */
  findings: 1_000,
  /**
   * Steps of work on a document (see `Budget`): so many, and so many for each character, up to the most. Of them may go
   * into what was meant by parts that are not sound `repairs`, and into one part `repairsOfPart`.
   */
  steps: { base: 300_000, each: 0.3, most: 600_000, repairs: 200_000, repairsOfPart: 150_000 },
} as const;
