import { encodeNeMessage, MAX_LINE_BYTES, type NeFault, type NeSync } from '@omc/wire';

/** The most faults that one part of an answer to a sync names. */
const MAX_FAULTS_PER_PART = 500;

/** Cuts an answer to a sync into parts of at most 500 faults and one line of the link each; at least one part. */
export function syncParts(id: number, seq: number, faults: readonly NeFault[]): NeSync[] {
  const frameBytes = Buffer.byteLength(encodeNeMessage({ t: 'sync', id, seq, faults: [], more: true }));
  const parts: NeFault[][] = [[]];
  let bytes = frameBytes;
  for (const fault of faults) {
    // A fault's own bytes and the comma before it.
    const more = bytesOf(fault, id, seq) - frameBytes + 1;
    const part = parts.at(-1) ?? [];
    if (part.length > 0 && (part.length === MAX_FAULTS_PER_PART || bytes + more > MAX_LINE_BYTES)) {
      parts.push([fault]);
      bytes = frameBytes + more;
    } else {
      part.push(fault);
      bytes += more;
    }
  }
  return parts.map((part, index) => ({ t: 'sync', id, seq, faults: part, more: index < parts.length - 1 }));
}

function bytesOf(fault: NeFault, id: number, seq: number): number {
  return Buffer.byteLength(encodeNeMessage({ t: 'sync', id, seq, faults: [fault], more: true }));
}
