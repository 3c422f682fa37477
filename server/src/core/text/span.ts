/** A stretch of a text. Offsets count UTF-16 units from 0; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The empty span before `offset`. */
export function spanAt(offset: number): Span {
  return { start: offset, end: offset };
}

/** Whether `offset` lies in `span` or at either of its ends, as a cursor may. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
