import { type Document, isMap, isNode, isScalar, isSeq, type LineCounter } from 'yaml';
import type { FilePath } from './catalogue-fault.js';

/** The line (from 1) on which something stands, or of its nearest parent that the file has. */
export function lineOf(document: Document, lines: LineCounter, path: FilePath): number {
  let node: unknown = document.contents;
  let offset = offsetOf(node) ?? 0;
  for (const part of path) {
    const step = stepInto(node, part);
    if (step === undefined) break;
    node = step.value;
    offset = step.offset ?? offset;
  }
  return Math.max(1, lines.linePos(offset).line);
}

/** A member stands where its name stands, an item of a list where it begins. */
function stepInto(
  node: unknown,
  part: string | number,
): { value: unknown; offset: number | undefined } | undefined {
  if (isSeq(node)) {
    const value = typeof part === 'number' ? node.items[part] : undefined;
    return value === undefined ? undefined : { value, offset: offsetOf(value) };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
  return pair && { value: pair.value, offset: offsetOf(pair.key) };
}

function offsetOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
