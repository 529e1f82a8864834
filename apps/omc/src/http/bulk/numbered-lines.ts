import { LineSplitter } from '@omc/wire';

/** A line of a body, counted from 1. Without text it is longer than allowed, and nothing after it is read. */
export interface NumberedLine {
  readonly number: number;
  readonly text?: string;
}

/** The lines of a body as they come, without the blank ones; the last needs no end. */
export async function* numberedLines(
  chunks: AsyncIterable<Buffer>,
  mostBytes: number,
): AsyncIterable<NumberedLine> {
  const splitter = new LineSplitter(mostBytes);
  let number = 0;
  for await (const chunk of withLastEnd(chunks)) {
    const { lines, overlong } = splitter.push(chunk);
    for (const text of lines) {
      number += 1;
      if (text.trim() !== '') yield { number, text };
    }
    if (overlong) {
      yield { number: number + 1 };
      return;
    }
  }
}

async function* withLastEnd(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  yield* chunks;
  yield Buffer.from('\n');
}
