import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { namesSecret } from '@omc/mml';
import { reasonOf } from './message-of.js';
import type { SpeakingWorld, Voice } from './voice.js';

/** Lines that are kept from one time to the next. */
export const MOST_KEPT = 1_000;
const OWNER_ONLY = 0o600;

/** What was typed before, in a file that only its owner can read; lines with a password are never kept. */
export class History {
  readonly #file: string;
  readonly #voice: Voice;
  readonly #complain: (reason: string) => void;

  constructor({ env, stderr, voice }: SpeakingWorld) {
    this.#file = env['OMC_MML_HISTORY'] || path.join(env['HOME'] || homedir(), '.omc_mml_history');
    this.#voice = voice;
    this.#complain = (reason) => stderr.write(`omc-mml: ${voice.say('historyNotKept', { reason })}\n`);
  }

  /** The lines, the newest first. */
  read(): string[] {
    try {
      return readFileSync(this.#file, 'utf8').split('\n').filter(Boolean).reverse().slice(0, MOST_KEPT);
    } catch {
      // Nothing was kept yet, or it is somebody else's: there is no history then.
      return [];
    }
  }

  /** Keeps lines, the newest first. */
  keep(lines: readonly string[]): void {
    const kept = lines.filter((line) => !namesSecret(line)).slice(0, MOST_KEPT);
    try {
      writeFileSync(this.#file, `${[...kept].reverse().join('\n')}\n`, { mode: OWNER_ONLY });
      chmodSync(this.#file, OWNER_ONLY);
    } catch (error) {
      this.#complain(reasonOf(error, this.#voice));
    }
  }
}
