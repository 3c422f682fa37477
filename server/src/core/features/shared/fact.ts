/** A label with its value, as shown in hovers, hints and lists. */

export interface Fact {
  readonly label: string;
  readonly value: string;
}
