/** Ways to lay a formatted plan out differently that keep its meaning. */

/** Spaces of every indentation doubled, and as many behind dashes as it takes. */
export function fourSpaces(text: string): string {
  return text.replace(/^ +/gm, indent => indent + indent).replace(/^( *)- (?=\S)/gm, '$1-   ');
}

export function carriageReturns(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}
