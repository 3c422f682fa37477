/** The shapes that the format allows at a path, whatever is written there now. */
import { alternatives, type DocumentKind, type Shape, shapeNamed } from '../schema/shape';
import type { Step } from './step';

/** The shapes of the mapping or list at `path`; several where the format allows several, none for an unknown path. */
export function shapesAt(kind: DocumentKind, path: readonly Step[]): readonly Shape[] {
  return shapesBelow(shapeNamed(kind), path);
}

/** `shapesAt` for a document whose root has the shape `root`. */
export function shapesBelow(root: Shape, path: readonly Step[]): readonly Shape[] {
  let shapes: readonly Shape[] = [root];
  for (const step of path) shapes = shapes.flatMap(shape => shapesAfter(shape, step));
  return shapes;
}

/** The shapes that may stand under `key` in a mapping of any of `shapes`. */
export function shapesUnder(shapes: readonly Shape[], key: string): readonly Shape[] {
  return shapes.flatMap(shape => shapesAfter(shape, { key }));
}

/** The shapes of the items of a list of any of `shapes`. */
export function shapesOfItems(shapes: readonly Shape[]): readonly Shape[] {
  return shapes.flatMap(shape => shapesAfter(shape, 'item'));
}

function shapesAfter({ schema, file }: Shape, step: Step): readonly Shape[] {
  if (step === 'item') return schema.items ? alternatives(schema.items, file) : [];
  const own = schema.properties && Object.hasOwn(schema.properties, step.key) ? schema.properties[step.key] : undefined;
  const inner = own ?? (schema.additionalProperties || undefined);
  return inner === undefined || inner === true ? [] : alternatives(inner, file);
}
