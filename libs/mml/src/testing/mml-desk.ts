import type { MmlLanguage } from '../language.js';
import type { MmlAnswer } from '../mml-answer.js';
import { runCommands } from '../run-commands.js';
import type { MmlRole } from '../table/role.js';
import { MemoryBackend } from './memory-backend.js';

/** Runs commands on a system in memory, as an engineer where no other role is named. */
export class MmlDesk {
  readonly backend = new MemoryBackend();
  readonly errors: unknown[] = [];
  language: MmlLanguage = 'en';
  limited = false;
  rowsPerReport = Number.POSITIVE_INFINITY;
  mostRows = 10_000;

  /** The answers; the first report has number 12. */
  runAll(text: string, role: MmlRole = 'engineer'): Promise<MmlAnswer[]> {
    let number = 11;
    return runCommands(text, this.backend, {
      user: 'ops',
      role,
      limited: this.limited,
      language: this.language,
      rowsPerReport: this.rowsPerReport,
      mostRows: this.mostRows,
      clock: { now: () => Date.UTC(2026, 10, 23, 14, 0, 0, 999) },
      nextNumber: () => {
        number += 1;
        return number;
      },
      logError: (error) => this.errors.push(error),
    });
  }

  /** The answer to the last command. */
  async run(text: string, role?: MmlRole): Promise<MmlAnswer> {
    const answer = (await this.runAll(text, role)).at(-1);
    if (answer === undefined) throw new Error('no answer');
    return answer;
  }

  /** What stands on the RETCODE line. */
  async verdictOf(text: string, role?: MmlRole): Promise<string> {
    return /^RETCODE = (.*)$/m.exec((await this.run(text, role)).report)?.[1] ?? '';
  }
}
