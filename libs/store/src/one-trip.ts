import type { Connection, Submittable } from 'pg';

const COPY_DATA = 'd'.charCodeAt(0);
const COPY_DONE = Buffer.from([...Buffer.from('c'), 0, 0, 0, 4]);
const LENGTH_BYTES = 4;

/**
 * Statements that are sent at once, and behind them the lines of each COPY among them, in order: the server need not
 * wait for us in between. Where a statement fails, the server passes over the lines that are left.
 */
export class OneTrip implements Submittable {
  /** Resolves when the server has done everything; rejects with what it refused. */
  readonly done: Promise<void>;
  /** pg ends its wait for an answer by it. */
  callback: (error?: Error | null) => void = () => undefined;
  readonly #statements: readonly string[];
  readonly #copies: readonly Buffer[];

  /** @param copies the lines of each COPY, in its text format. */
  constructor(statements: readonly string[], copies: readonly string[]) {
    this.#statements = statements;
    this.#copies = copies.map((lines) => Buffer.from(lines));
    this.done = new Promise((resolve, reject) => {
      this.callback = (error) => (error ? reject(error) : resolve());
    });
  }

  submit(connection: Connection): void {
    const { stream } = connection;
    stream.cork();
    connection.query(this.#statements.join(';\n'));
    for (const lines of this.#copies) {
      stream.write(headOf(lines));
      stream.write(lines);
      stream.write(COPY_DONE);
    }
    stream.uncork();
  }

  handleError(error: Error): void {
    this.callback(error);
  }

  handleReadyForQuery(): void {
    this.callback();
  }

  handleCommandComplete(): void {}

  handleCopyInResponse(): void {}
}

function headOf(lines: Buffer): Buffer {
  const head = Buffer.alloc(1 + LENGTH_BYTES);
  head.writeUInt8(COPY_DATA, 0);
  head.writeUInt32BE(lines.length + LENGTH_BYTES, 1);
  return head;
}
