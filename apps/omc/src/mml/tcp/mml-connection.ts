import type { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Bilingual } from '@omc/alarm';
import { answersOf, failureReport, type MmlBackend, StatementSplitter } from '@omc/mml';
import type { SchedulerLike, Subscription } from 'rxjs';
import type { MmlLimits } from './mml-limits.js';
import { Outbox } from './outbox.js';
import type { TcpSession } from './tcp-session.js';
import { TelnetFilter } from './telnet-filter.js';

/** What a connection needs to answer. */
export interface ConnectionParts {
  readonly backend: MmlBackend;
  readonly session: TcpSession;
  readonly limits: MmlLimits;
  readonly scheduler: SchedulerLike;
  /** The user has just logged in. */
  readonly onLogin: () => void;
}

/** One client: its commands are run one after the other, each when the one before is answered and taken. */
export class MmlConnection {
  readonly session: TcpSession;
  readonly #socket: Socket;
  readonly #parts: ConnectionParts;
  readonly #outbox: Outbox;
  readonly #telnet = new TelnetFilter();
  readonly #decoder = new TextDecoder();
  readonly #splitter = new StatementSplitter();
  #waiting: Subscription | undefined;
  #leaving: Subscription | undefined;
  #closing = false;

  constructor(socket: Socket, parts: ConnectionParts) {
    this.#socket = socket;
    this.#parts = parts;
    this.session = parts.session;
    this.#outbox = new Outbox(socket, parts.scheduler, parts.limits.slowMs);
  }

  /** What was given to the connection and is not yet with the operating system. */
  get bytesWaiting(): number {
    return this.#socket.writableLength;
  }

  /** The client has been told to go, or has gone. */
  get isClosing(): boolean {
    return this.#closing;
  }

  /** Serves the client until either side ends it. Rejects where the connection breaks. */
  async serve(): Promise<void> {
    const { loginMs } = this.#parts.limits;
    this.#wait(loginMs, notLoggedIn(loginMs));
    try {
      for await (const chunk of this.#socket.iterator({ destroyOnReturn: false })) {
        if (!this.#closing) await this.#take(chunk);
        if (this.#closing) break;
      }
      // The `;` behind the last command may be left out.
      if (!this.#closing) await this.#run(this.#splitter.takeRest());
    } finally {
      this.#waiting?.unsubscribe();
      this.#end();
    }
  }

  /** Shows something between the reports of commands. */
  async show(report: string): Promise<void> {
    await this.#outbox.inOneGo(() => this.#outbox.send(`${report}\n`));
  }

  /** Says why, and ends the connection. */
  async dismiss(reason: Bilingual): Promise<void> {
    this.#closing = true;
    await this.#outbox.inOneGo(() => this.#outbox.send(failureReport('LGO:;', reason, this.session)));
    this.#end();
  }

  /** Ends the connection at once. */
  cut(): void {
    this.#closing = true;
    this.#socket.destroy();
  }

  async #take(chunk: Uint8Array): Promise<void> {
    const { text, reply, interrupted } = this.#telnet.take(chunk);
    if (interrupted) this.#splitter.takeRest();
    if (reply.length > 0) await this.#outbox.inOneGo(() => this.#outbox.sendBytes(reply));
    const typed = this.#decoder.decode(text, { stream: true });
    if (typed.includes('\n')) this.#outbox.newline = typed.includes('\r\n') ? '\r\n' : '\n';
    for (const command of this.#splitter.push(typed)) {
      await this.#run(command);
      if (this.#closing) return;
      // Others have their turn between the commands of one.
      await nextTurn();
    }
    if (this.#splitter.heldLength > this.#parts.limits.longestCommand) await this.dismiss(tooLong);
  }

  async #run(command: string): Promise<void> {
    if (command.trim() === '' || command.trim() === ';') return;
    if (command.length > this.#parts.limits.longestCommand) return await this.dismiss(tooLong);
    const { session, limits } = this.#parts;
    const known = session.role !== undefined;
    if (known) this.#waiting?.unsubscribe();
    await session.look();
    await this.#outbox.inOneGo(() => this.#answer(command));
    if (session.role !== undefined) {
      if (!known) this.#parts.onLogin();
      // Who watches alarms may have nothing to ask.
      if (!session.isTold) this.#wait(limits.idleMs, idle(limits.idleMs));
    } else if (known && !session.ended) this.#wait(limits.loginMs, notLoggedIn(limits.loginMs));
    if (session.ended || session.wrongPasswords >= limits.mostWrongPasswords) this.#closing = true;
  }

  async #answer(command: string): Promise<void> {
    for await (const { report } of answersOf(command, this.#parts.backend, this.session))
      if (!(await this.#outbox.send(`${report}\n`))) {
        this.#closing = true;
        return;
      }
  }

  #wait(ms: number, reason: Bilingual): void {
    this.#waiting?.unsubscribe();
    this.#waiting = this.#parts.scheduler.schedule(() => {
      this.dismiss(reason).catch(() => this.cut());
    }, ms);
  }

  /** What the client still sends is not read as commands; it gets a moment to take the last report. */
  #end(): void {
    this.#socket.end();
    this.#socket.resume();
    if (this.#leaving !== undefined || this.#socket.destroyed) return;
    const { scheduler, limits } = this.#parts;
    this.#leaving = scheduler.schedule(() => this.#socket.destroy(), limits.leaveMs);
    this.#socket.once('close', () => this.#leaving?.unsubscribe());
  }
}

const tooLong = { en: 'the command is too long', zh: '命令过长' };

function notLoggedIn(ms: number): Bilingual {
  return { en: `nobody logged in within ${ms / 1000} s`, zh: `${ms / 1000}秒内未登录` };
}

function idle(ms: number): Bilingual {
  return { en: `no command came for ${ms / 1000} s`, zh: `${ms / 1000}秒内无命令` };
}
