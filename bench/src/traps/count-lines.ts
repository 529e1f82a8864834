import { open } from 'node:fs/promises';

const CHUNK = 1024 * 1024;

/** Counts the lines of a growing file that begin with a mark; reads on from where it was the last time. */
export function countLines(path: string, mark: string): () => Promise<number> {
  const wanted = Buffer.from(`\n${mark}`);
  let at = 0;
  let count = 0;
  let rest = Buffer.from('\n');
  return async () => {
    const file = await open(path);
    try {
      for (;;) {
        const { bytesRead, buffer } = await file.read(Buffer.alloc(CHUNK), 0, CHUNK, at);
        if (bytesRead === 0) return count;
        at += bytesRead;
        const text = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
        for (let i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + 1)) count++;
        rest = text.subarray(-(wanted.length - 1));
      }
    } finally {
      await file.close();
    }
  };
}
