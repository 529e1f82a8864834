import type { Bilingual } from '@omc/alarm';
import type { MmlScalar } from './command.js';
import { type SyntaxFault, syntaxFaultAt } from './syntax-fault.js';

const BLANKS = /\s*/y;
const KEYWORD = /[A-Za-z][A-Za-z0-9_]*/y;
// Signs of a Chinese keyboard are slips for those of the language, and no part of a word.
const WORD = /[^\s,;=&"\p{Cc}：；，＝＆]+/uy;
const narrow = new Map([
  ['：', ':'],
  ['；', ';'],
  ['，', ','],
  ['＝', '='],
  ['＆', '&'],
]);
// A tab may stand in what is pasted, such as a line of snmptrapd.
const STRING_PART = /(?:\t|[^"\\\p{Cc}\u2028\u2029])*/uy;

/**
 * Reads a text from left to right. The first thing that does not fit is kept as `fault`; after it every method
 * answers undefined or false, so that a parser only needs to stop.
 */
export class Scanner {
  fault: SyntaxFault | undefined;
  readonly #text: string;
  #offset = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether nothing is left but white space and comments. */
  atEnd(): boolean {
    return this.#skip() && this.#offset >= this.#text.length;
  }

  /** Whether a symbol is next. */
  sees(symbol: string): boolean {
    return this.#skip() && this.#text.startsWith(symbol, this.#offset);
  }

  /** Takes a symbol if it is next. */
  take(symbol: string): boolean {
    if (!this.sees(symbol)) return false;
    this.#offset += symbol.length;
    return true;
  }

  /** Takes a verb, an object or a parameter's name, in capitals, if one is next. */
  takeKeyword(): string | undefined {
    return this.#skip() ? this.#match(KEYWORD)?.toUpperCase() : undefined;
  }

  /** Takes a word or a string if one is next. */
  takeScalar(): MmlScalar | undefined {
    if (!this.#skip()) return undefined;
    if (this.take('"')) return this.#restOfString();
    const start = this.#offset;
    const text = this.#match(WORD);
    if (text === undefined) return undefined;
    const comment = text.search(/\/[/*]/);
    if (comment < 0) return { kind: 'word', text };
    return this.#failAt(start + comment, commentInValue);
  }

  /** Notes that something else was expected here; the first note stays. */
  expect(expected: Bilingual): undefined {
    if (!this.#skip()) return;
    const offset = this.#offset;
    const found = this.#found();
    this.#failAt(offset, {
      en: `expected ${expected.en}, found ${found.en}`,
      zh: `应为${expected.zh}，实际为${found.zh}`,
    });
  }

  #restOfString(): MmlScalar | undefined {
    let text = '';
    for (;;) {
      text += this.#match(STRING_PART) ?? '';
      if (this.#text[this.#offset] === '"') break;
      if (this.#text[this.#offset] !== '\\') return this.#failAt(this.#offset, openString);
      const escaped = this.#text[this.#offset + 1];
      if (escaped !== '"' && escaped !== '\\') return this.#failAt(this.#offset + 1, wrongEscape);
      text += escaped;
      this.#offset += 2;
    }
    this.#offset += 1;
    return { kind: 'string', text };
  }

  /** Passes white space and comments; false after a fault. */
  #skip(): boolean {
    while (this.fault === undefined) {
      this.#match(BLANKS);
      if (this.#text.startsWith('//', this.#offset)) this.#match(/[^\r\n]*/y);
      else if (!this.#text.startsWith('/*', this.#offset)) return true;
      else this.#passBlockComment();
    }
    return false;
  }

  #passBlockComment(): void {
    const end = this.#text.indexOf('*/', this.#offset + 2);
    if (end < 0) this.#failAt(this.#text.length, openComment);
    else this.#offset = end + 2;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#offset;
    const match = pattern.exec(this.#text)?.[0];
    this.#offset += match?.length ?? 0;
    return match || undefined;
  }

  #found(): Bilingual {
    if (this.#offset >= this.#text.length) return { en: 'the end of the text', zh: '文本结尾' };
    const found = this.#match(WORD) ?? String.fromCodePoint(this.#text.codePointAt(this.#offset) ?? 0);
    const start = found.slice(0, 40);
    if (found === '"') return { en: 'a string', zh: '字符串' };
    const meant = narrow.get(found);
    if (meant !== undefined)
      return {
        en: `"${found}", a full-width sign; ${meant} is meant, or the value goes in double quotes`,
        zh: `全角字符"${found}"；应使用半角 ${meant}，或将取值放在双引号中`,
      };
    const shown = found.length > 40 ? `"${start}…"` : `"${start}"`;
    return { en: shown, zh: shown };
  }

  #failAt(offset: number, message: Bilingual): undefined {
    this.fault ??= syntaxFaultAt(this.#text, offset, message);
  }
}

const commentInValue = {
  en: 'a comment cannot begin inside a value; put a blank before it, or the value in double quotes',
  zh: '注释不能在取值内部开始；请在其前加空格，或将取值放在双引号中',
};
const openString = {
  en: 'expected " at the end of the string; line breaks and control characters but tabs cannot be in it',
  zh: '字符串应以 " 结束；其中不能有换行和除制表符外的控制字符',
};
const wrongEscape = { en: 'expected " or \\ after \\ in a string', zh: '字符串中 \\ 之后应为 " 或 \\' };
const openComment = { en: 'expected */ at the end of the comment', zh: '注释应以 */ 结束' };
