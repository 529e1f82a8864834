import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runMml } from '../run-mml.js';

/** What a run of the program left behind. */
export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program with an environment and an input of its own. `typed` stands for a person at a terminal. */
export async function runWith(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  input: { readonly piped?: string; readonly typed?: string } = {},
): Promise<Run> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const given = Readable.from([input.typed ?? input.piped ?? '']);
  const stdin = Object.assign(given, { isTTY: input.typed !== undefined });
  const status = await runMml(args, { env, stdin, stdout, stderr });
  stdout.end();
  stderr.end();
  return { status, stdout: await text(stdout), stderr: await text(stderr) };
}
