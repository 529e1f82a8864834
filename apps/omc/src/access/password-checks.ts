import { isPassword } from './passwords.js';

/** argon2 takes 19 MiB and a core for a while: so many at once, so many waiting, and no more. */
const MOST_AT_ONCE = 2;
const MOST_WAITING = 100;

/** Checks passwords, few at a time, so that a flood of sign-ins cannot take the machine. */
export class PasswordChecks {
  readonly #isPassword: typeof isPassword;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  /** How many were checked so far. */
  count = 0;

  constructor(check = isPassword) {
    this.#isPassword = check;
  }

  /** Whether a password is the one that was stored; `busy` where too many wait already. */
  async check(stored: string, password: string): Promise<boolean | 'busy'> {
    if (this.#running >= MOST_AT_ONCE) {
      if (this.#waiting.length >= MOST_WAITING) return 'busy';
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else this.#running++;
    this.count++;
    try {
      return await this.#isPassword(stored, password);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#running--;
      else next();
    }
  }
}
