/** What telnet puts between the bytes of a text (RFC 854). */
const IAC = 255;
const DONT = 254;
const DO = 253;
const WONT = 252;
const WILL = 251;
const SB = 250;
const INTERRUPT = 244;
const SE = 240;
const NUL = 0;

/** A piece of the stream without telnet's commands. */
export interface FilteredBytes {
  readonly text: Uint8Array;
  /** Refusals of what the client's telnet proposed. */
  readonly reply: Uint8Array;
  /** Ctrl-C was typed. */
  readonly interrupted: boolean;
}

type Expects = 'text' | 'command' | 'option' | 'subnegotiation' | 'end-of-subnegotiation';

/** Takes telnet's commands out of a stream, so that people can come with telnet; every option is refused. */
export class TelnetFilter {
  #expects: Expects = 'text';
  #proposal = 0;
  #text: number[] = [];
  #reply: number[] = [];
  #interrupted = false;

  take(chunk: Uint8Array): FilteredBytes {
    // Programs send no such bytes: what they send is passed on as it is.
    if (this.#expects === 'text' && !chunk.includes(IAC) && !chunk.includes(NUL))
      return { text: chunk, reply: new Uint8Array(), interrupted: false };
    for (const byte of chunk) this.#step(byte);
    const filtered = {
      text: Uint8Array.from(this.#text),
      reply: Uint8Array.from(this.#reply),
      interrupted: this.#interrupted,
    };
    this.#text = [];
    this.#reply = [];
    this.#interrupted = false;
    return filtered;
  }

  #step(byte: number): void {
    switch (this.#expects) {
      case 'text':
        if (byte === IAC) this.#expects = 'command';
        else if (byte !== NUL) this.#text.push(byte);
        return;
      case 'command':
        this.#expects = this.#afterCommand(byte);
        return;
      case 'option':
        this.#expects = 'text';
        if (this.#proposal === DO) this.#reply.push(IAC, WONT, byte);
        if (this.#proposal === WILL) this.#reply.push(IAC, DONT, byte);
        return;
      case 'subnegotiation':
        if (byte === IAC) this.#expects = 'end-of-subnegotiation';
        return;
      case 'end-of-subnegotiation':
        this.#expects = byte === SE ? 'text' : 'subnegotiation';
    }
  }

  #afterCommand(byte: number): Expects {
    if (byte === INTERRUPT) {
      this.#interrupted = true;
      this.#text = [];
    }
    if (byte === SB) return 'subnegotiation';
    if (byte >= WILL && byte <= DONT) {
      this.#proposal = byte;
      return 'option';
    }
    return 'text';
  }
}
