/** A label with its value: what hovers, hints and lists show of a thing. */

export interface Fact {
  readonly label: string;
  readonly value: string;
}
