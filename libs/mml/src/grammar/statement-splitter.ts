/** Where in the text the reader is. */
type Place = 'between' | 'string' | 'escape' | 'line-comment' | 'block-comment';

/** In front of these a comment begins, and not a part of a value such as http://… */
const BEFORE_COMMENT = /[\s,;=&"]/;
const BLANK = /\s/;

/**
 * Cuts a stream of text into commands, each with its `;`, as they become complete: it knows strings and comments and
 * nothing else of the grammar. A full-width `；` ends a command, too, so that whoever typed it hears at once what is
 * wrong. A string that a line ends is a mistake that nothing behind it can mend; the command
 * ends there, too, so that what follows is read afresh.
 */
export class StatementSplitter {
  #place: Place = 'between';
  #held = '';
  /** Nothing but blanks is held. */
  #blank = true;
  #last = '';
  #beforeLast = '';
  #inValue = false;

  /** Characters of a command that is not complete yet. */
  get heldLength(): number {
    return this.#held.length;
  }

  /** Takes a piece of the stream; gives the commands that are complete with it. */
  push(text: string): string[] {
    const complete: string[] = [];
    for (const character of text) {
      // Lines are counted from the one on which the command begins.
      if (character === '\n' && this.#blank) this.#held = '';
      else this.#held += character;
      this.#blank &&= BLANK.test(character);
      if (this.#isEndAt(character)) complete.push(this.takeRest());
    }
    return complete;
  }

  /** What came of a command that is not complete, which is then forgotten. */
  takeRest(): string {
    const rest = this.#held;
    this.#held = '';
    this.#blank = true;
    this.#last = '';
    this.#beforeLast = '';
    this.#place = 'between';
    this.#inValue = false;
    return rest;
  }

  #isEndAt(character: string): boolean {
    const last = this.#last;
    const beforeLast = this.#beforeLast;
    this.#beforeLast = last;
    this.#last = character;
    switch (this.#place) {
      case 'between':
        return this.#isEndBetween(character, last, beforeLast);
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

  #isEndBetween(character: string, last: string, beforeLast: string): boolean {
    if (character === ';' || character === '；') return true;
    if (character === '=') this.#inValue = true;
    if (character === ',') this.#inValue = false;
    if (character === '"') this.#place = 'string';
    if (last === '/' && (character === '/' || character === '*') && this.#mayBeginComment(beforeLast)) {
      this.#place = character === '/' ? 'line-comment' : 'block-comment';
      this.#last = '';
    }
    return false;
  }

  /** Whether a slash behind this character stands where a comment can begin. */
  #mayBeginComment(before: string): boolean {
    return !this.#inValue || before === '' || BEFORE_COMMENT.test(before);
  }

  #leaveComment(): void {
    this.#place = 'between';
    this.#last = '';
  }
}
