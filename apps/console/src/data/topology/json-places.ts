/** What is missing where a text stops being JSON. */
export type JsonExpected = 'value' | 'name' | 'colon' | 'comma' | 'nothing' | 'depth';

/** Where the members of a JSON text are, by paths such as `objects[3].requires`; and those that stand there twice. */
export interface JsonPlaces {
  readonly at: ReadonlyMap<string, number>;
  readonly twice: readonly { readonly path: string; readonly offset: number }[];
}

/** Where a text stops being JSON, and what should stand there. */
export interface JsonFault {
  readonly offset: number;
  readonly expected: JsonExpected;
}

const MOST_DEEP = 50;
const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Finds the place of each member of a JSON text (RFC 8259), or the first place at which it is none. */
export function jsonPlaces(text: string): JsonPlaces | JsonFault {
  const reader = new Reader(text);
  try {
    reader.value('', 0);
    reader.end();
    return reader;
  } catch (stop) {
    if (stop instanceof Stop) return { offset: stop.offset, expected: stop.expected };
    throw stop;
  }
}

class Stop extends Error {
  constructor(
    readonly offset: number,
    readonly expected: JsonExpected,
  ) {
    super(expected);
  }
}

class Reader implements JsonPlaces {
  readonly at = new Map<string, number>();
  readonly twice: { path: string; offset: number }[] = [];
  #offset = 0;

  constructor(private readonly text: string) {}

  value(path: string, deep: number): void {
    this.#space();
    if (!this.at.has(path)) this.at.set(path, this.#offset);
    if (deep > MOST_DEEP) throw new Stop(this.#offset, 'depth');
    if (this.#take('{')) this.#members(path, deep);
    else if (this.#take('[')) this.#items(path, deep);
    else if (this.#match(STRING) === undefined && this.#match(PLAIN) === undefined)
      throw new Stop(this.#offset, 'value');
  }

  end(): void {
    this.#space();
    if (this.#offset < this.text.length) throw new Stop(this.#offset, 'nothing');
  }

  #members(path: string, deep: number): void {
    this.#space();
    if (this.#take('}')) return;
    do {
      this.#space();
      const offset = this.#offset;
      const name = this.#match(STRING);
      if (name === undefined) throw new Stop(offset, 'name');
      const member = `${path}${path && '.'}${JSON.parse(name) as string}`;
      if (this.at.has(member)) this.twice.push({ path: member, offset });
      this.#space();
      if (!this.#take(':')) throw new Stop(this.#offset, 'colon');
      this.value(member, deep + 1);
    } while (this.#goesOn('}'));
  }

  #items(path: string, deep: number): void {
    this.#space();
    if (this.#take(']')) return;
    let i = 0;
    do this.value(`${path}[${i++}]`, deep + 1);
    while (this.#goesOn(']'));
  }

  #goesOn(end: ']' | '}'): boolean {
    this.#space();
    if (this.#take(end)) return false;
    if (this.#take(',')) return true;
    throw new Stop(this.#offset, 'comma');
  }

  #take(character: string): boolean {
    if (this.text[this.#offset] !== character) return false;
    this.#offset += 1;
    return true;
  }

  #space(): void {
    this.#match(SPACE);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#offset;
    const found = pattern.exec(this.text)?.[0];
    this.#offset += found?.length ?? 0;
    return found;
  }
}
