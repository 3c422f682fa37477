/** The layout of a plan: which line stands at which column. */
import type { SpacingEdit } from './spacing-edit';

export interface Layout {
  /** Lines that start with a dash, a key or a value: the column where they stand and where they belong. */
  readonly columns: ReadonlyMap<number, LineColumns>;
  /** Lines within a text or brackets that started above. */
  readonly continued: ReadonlyMap<number, Continued>;
  /** Lines that are joined to the line above. */
  readonly joined: ReadonlySet<number>;
  /** What stands around colons, dashes and commas. */
  readonly gaps: readonly SpacingEdit[];
}

/** Columns of a line: `levels` are those at which a comment below may stand, the outermost first. */
interface LineColumns {
  readonly to: number;
  readonly levels: readonly { readonly from: number; readonly to: number }[];
  /** Whether it ends with a key that has no value on the line. */
  readonly opens: boolean;
}

/** `least`: the column that it may not fall short of; `shift`: by how much it moves, where not as the line above. */
export interface Continued {
  readonly least: number;
  readonly shift: number | undefined;
}
