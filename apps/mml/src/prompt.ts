import { createInterface, type Interface } from 'node:readline';
import { parseCommands } from '@omc/mml';
import type { Completer } from './completer.js';
import { type ExitStatus, exitStatus } from './exit-status.js';
import { type History, MOST_KEPT } from './history.js';
import { statementsOf } from './read-source.js';
import type { SpeakingWorld } from './voice.js';

const FRESH = 'MML> ';
const CONTINUED = '  -> ';
const YES = /^\s*(y(es)?|是)\s*$/i;
const NO = /^\s*(no?|否)\s*$/i;
const LEAVE = /^\s*(exit|quit|lgo)\s*:?\s*;?\s*$/i;

/** What a conversation with a person needs. */
export interface Talk {
  /** Completes the line that is being typed; `before` gives the lines before it. */
  readonly completer: (before: () => string) => Completer;
  readonly history: History;
  /** Answers how they ended, and whether the person may go on. */
  run(statements: readonly string[]): Promise<{ readonly status: ExitStatus; readonly over: boolean }>;
}

/**
 * Reads commands from a person until they leave (`exit`, `LGO:;`, Ctrl-D) and runs each when it is complete, over
 * however many lines. Ctrl-C drops what was typed so far.
 */
export class Conversation {
  readonly #world: SpeakingWorld;
  readonly #talk: Talk;
  readonly #lines: Interface;
  #typed = '';
  #atPrompt = false;
  #gone = false;
  /** Ends a question that is being asked without an answer. */
  #giveUp: (() => void) | undefined;

  constructor(world: SpeakingWorld, talk: Talk) {
    const terminal = world.stdout.isTTY === true;
    this.#world = world;
    this.#talk = talk;
    this.#lines = createInterface({
      ...{ input: world.stdin, output: world.stdout, terminal, historySize: MOST_KEPT },
      ...(terminal && { history: talk.history.read(), removeHistoryDuplicates: true }),
      ...(terminal && { completer: talk.completer(() => this.#typed) }),
    });
    if (terminal) this.#lines.on('history', (lines: string[]) => talk.history.keep(lines));
    this.#lines.on('SIGINT', () => this.#drop());
    this.#lines.once('close', () => {
      this.#gone = true;
      this.#giveUp?.();
    });
  }

  /** Goes on until the person leaves, or the session is lost; answers the worst status. */
  async hold(): Promise<ExitStatus> {
    let status: ExitStatus = exitStatus.success;
    this.#prompt();
    for await (const line of this.#lines) {
      this.#atPrompt = false;
      const given = this.#complete(line);
      if (given === 'leave') break;
      if (given !== undefined) {
        const done = await this.#talk.run(given);
        status = done.status > status ? done.status : status;
        if (done.over) break;
      }
      this.#prompt();
    }
    this.#lines.close();
    return status;
  }

  /** Shows something that nobody asked for just now, above what is being typed. */
  show(text: string): void {
    const isTyping = this.#atPrompt || this.#giveUp !== undefined;
    if (isTyping && this.#world.stdout.isTTY) this.#world.stdout.write('\r\u001b[K');
    this.#world.stdout.write(text);
    if (isTyping && !this.#gone) this.#lines.prompt(true);
  }

  /** Asks a question until Y answers it with yes, or N, Ctrl-C or the end of the input with no. */
  async ask(question: string): Promise<boolean> {
    for (;;) {
      const answer = await this.#answerTo(this.#world.voice.say('yesOrNo', { question }));
      if (answer === undefined || NO.test(answer)) return false;
      if (YES.test(answer)) return true;
    }
  }

  async #answerTo(question: string): Promise<string | undefined> {
    // Whoever has gone does not agree.
    if (this.#gone) return undefined;
    const asking = new AbortController();
    const answer = await new Promise<string | undefined>((resolve) => {
      this.#giveUp = () => {
        if (!this.#gone) asking.abort();
        resolve(undefined);
      };
      this.#lines.question(question, { signal: asking.signal }, resolve);
    });
    this.#giveUp = undefined;
    return answer;
  }

  /** Lets another program have the terminal. */
  async aside(use: () => void | Promise<void>): Promise<void> {
    this.#lines.pause();
    this.#world.stdin.setRawMode?.(false);
    await use();
    if (this.#world.stdout.isTTY) this.#world.stdin.setRawMode?.(true);
    this.#lines.resume();
  }

  #complete(line: string): readonly string[] | 'leave' | undefined {
    if (this.#typed === '' && LEAVE.test(line)) return 'leave';
    this.#typed += `${line}\n`;
    if (!isComplete(this.#typed)) return undefined;
    const given = statementsOf(this.#typed.trimEnd());
    this.#typed = '';
    return given;
  }

  #drop(): void {
    this.#typed = '';
    if (this.#giveUp !== undefined) return this.#giveUp();
    this.#lines.write(null, { ctrl: true, name: 'e' });
    this.#lines.write(null, { ctrl: true, name: 'u' });
    this.#world.stdout.write('\n');
    if (this.#atPrompt) this.#prompt();
  }

  #prompt(): void {
    this.#atPrompt = true;
    this.#lines.setPrompt(this.#typed === '' ? FRESH : CONTINUED);
    if (this.#gone) this.#world.stdout.write(this.#lines.getPrompt());
    else this.#lines.prompt();
  }
}

/** Whether nothing more is to come: the last command has its `;`, or what is wrong cannot be mended by more. */
function isComplete(typed: string): boolean {
  const parsed = parseCommands(typed);
  return parsed.ok ? parsed.ended : !parsed.fault.atEnd;
}
