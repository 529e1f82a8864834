import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runMml } from '../run-mml.js';

/** What a run of the program left behind. */
export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const WAITS = /(MML> |\(Y\/N\) )$/;

/**
 * Runs the program with an environment and an input of its own. `typed` stands for a person at a terminal, who types
 * everything ahead, or each piece when it is waited for.
 */
export async function runWith(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  input: { readonly piped?: string; readonly typed?: string | readonly string[] } = {},
): Promise<Run> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const given = new PassThrough();
  const stdin = Object.assign(given, { isTTY: input.typed !== undefined });
  const pieces = typeof input.typed === 'object' ? [...input.typed] : [];
  if (pieces.length === 0) given.end(input.typed ?? input.piped ?? '');
  let shown = '';
  stdout.on('data', (piece: Buffer) => {
    shown += piece.toString();
    if (!WAITS.test(shown) || given.writableEnded) return;
    const next = pieces.shift();
    // Nobody answers before the program listens.
    setImmediate(() => (next === undefined ? given.end() : given.write(next)));
  });
  const status = await runMml(args, { env, stdin, stdout, stderr });
  stderr.end();
  return { status, stdout: shown, stderr: await text(stderr) };
}
