/** Where in the text the reader is. */
type Place = 'between' | 'string' | 'escape' | 'line-comment' | 'block-comment';

/** In front of these a comment begins, and not a part of a value such as http://… */
const BEFORE_COMMENT = /[\s,;=&"]/;

/**
 * Cuts a stream of text into commands, each with its `;`, as they become complete: it knows strings and comments and
 * nothing else of the grammar. A string that a line ends is a mistake that nothing behind it can mend; the command
 * ends there, too, so that what follows is read afresh.
 */
export class StatementSplitter {
  #place: Place = 'between';
  #held = '';
  #last = '';
  #inValue = false;

  /** Characters of a command that is not complete yet. */
  get heldLength(): number {
    return this.#held.length;
  }

  /** Takes a piece of the stream; gives the commands that are complete with it. */
  push(text: string): string[] {
    const complete: string[] = [];
    for (const character of text) {
      this.#held += character;
      if (this.#isEndAt(character)) complete.push(this.takeRest());
    }
    return complete;
  }

  /** What came of a command that is not complete, which is then forgotten. */
  takeRest(): string {
    const rest = this.#held;
    this.#held = '';
    this.#last = '';
    this.#place = 'between';
    this.#inValue = false;
    return rest;
  }

  #isEndAt(character: string): boolean {
    const last = this.#last;
    this.#last = character;
    switch (this.#place) {
      case 'between':
        return this.#isEndBetween(character, last);
      case 'string':
        if (character === '\n' || character === '\r') return true;
        if (character === '\\') this.#place = 'escape';
        if (character === '"') this.#place = 'between';
        return false;
      case 'escape':
        this.#place = 'string';
        return character === '\n' || character === '\r';
      case 'line-comment':
        if (character === '\n' || character === '\r') this.#place = 'between';
        return false;
      case 'block-comment':
        if (character !== '/' || last !== '*') return false;
        this.#leaveComment();
        return false;
    }
  }

  #isEndBetween(character: string, last: string): boolean {
    if (character === ';') return true;
    if (character === '=') this.#inValue = true;
    if (character === ',') this.#inValue = false;
    if (character === '"') this.#place = 'string';
    if (last === '/' && this.#mayBeginComment() && (character === '/' || character === '*')) {
      this.#place = character === '/' ? 'line-comment' : 'block-comment';
      this.#last = '';
    }
    return false;
  }

  /** Whether the slash that was just read stands where a comment can begin. */
  #mayBeginComment(): boolean {
    const before = this.#held.at(-3);
    return !this.#inValue || before === undefined || BEFORE_COMMENT.test(before);
  }

  #leaveComment(): void {
    this.#place = 'between';
    this.#last = '';
  }
}
