/** The colours of a terminal report, given from outside: the report reads the same without them. */
export interface Palette {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
  /** What the eye should find first. */
  readonly strong: (text: string) => string;
  /** What may be passed over. */
  readonly faint: (text: string) => string;
}

const same = (text: string) => text;

/** No colours. */
export const plainPalette: Palette = { error: same, warning: same, info: same, strong: same, faint: same };
