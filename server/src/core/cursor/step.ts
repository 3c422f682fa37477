/** A step of the path from the root of a document to a cursor. */

/** A step from the root: a key, or an item of a list. */
export type Step = { readonly key: string } | 'item';
