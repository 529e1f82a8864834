import { isNeId, isObjectName, NETWORK } from './names.js';

/** An object of some NE; `object` is empty for the NE itself. */
export interface Reference {
  readonly ne: string;
  readonly object: string;
}

/** What a reference may look like, for those who wrote another. */
export const REFERENCE_FORM =
  'an object of this NE such as Cell=1, "" for the NE itself, or NE//object such as eNB-2//Cell=1, eNB-2// or network//Hub=3';

// A name of an object has a `=` before it could have a `//`, an NE id has none.
const ELSEWHERE = /^([A-Za-z0-9._-]+)\/\/(.*)$/su;

/**
 * Reads what an NE requires: `object` (of the same NE; empty: the NE itself) or `NE//object`. Undefined where it is
 * neither, and where it means `network` itself, which is no NE. What it names need not exist.
 */
export function parseReference(text: string, ne: string): Reference | undefined {
  const [, elsewhere, there] = ELSEWHERE.exec(text) ?? [];
  const reference = { ne: elsewhere ?? ne, object: there ?? text };
  if (!isNeId(reference.ne) || !isObjectName(reference.object)) return undefined;
  return reference.ne === NETWORK && reference.object === '' ? undefined : reference;
}
