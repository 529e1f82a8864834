import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../report/display-width.js';
import type { MmlCommand, MmlItem, MmlScalar } from './command.js';
import { parseCommands } from './parse-commands.js';
import { printCommand } from './print-command.js';
import type { SyntaxFault } from './syntax-fault.js';

function commandsOf(text: string): readonly MmlCommand[] {
  const parsed = parseCommands(text);
  if (!parsed.ok) throw new Error(parsed.fault.message.en);
  return parsed.commands;
}

function faultOf(text: string) {
  const parsed = parseCommands(text);
  if (parsed.ok) throw new Error('is MML');
  return parsed.fault;
}

const printedOf = (text: string) => commandsOf(text).map(printCommand);

const keyword = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,9}$/);
const word = fc.stringMatching(/^[A-Za-z0-9._:+*\u4e00-\u9fa5-]{1,12}$/).map(asWord);
const text = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .filter((value) => !/(?!\t)[\p{Cc}\u2028\u2029]/u.test(value))
  .map((value): MmlScalar => ({ kind: 'string', text: value }));
const scalar = fc.oneof(word, text);
const item: fc.Arbitrary<MmlItem> = fc.oneof(
  scalar,
  fc.record({ kind: fc.constant('range' as const), from: scalar, to: scalar }),
);
const command: fc.Arbitrary<MmlCommand> = fc.record({
  verb: keyword,
  object: fc.option(keyword),
  parameters: fc.array(fc.record({ name: keyword, value: fc.array(item, { minLength: 1, maxLength: 4 }) }), {
    maxLength: 5,
  }),
});

/** The place is on a line that there is, at most behind its last character, and the caret under it. */
function expectWithin({ line, column, snippet: [shown, caret] }: SyntaxFault, given: string): void {
  const lines = given.split(/\r\n|\r|\n/);
  expect(line).toBeGreaterThanOrEqual(1);
  expect(line).toBeLessThanOrEqual(lines.length);
  expect(column).toBeGreaterThanOrEqual(1);
  expect(column).toBeLessThanOrEqual([...(lines[line - 1] ?? '')].length + 1);
  expect(caret).toMatch(/^ *\^$/);
  expect(displayWidth(caret)).toBeLessThanOrEqual(displayWidth(shown) + 1);
}

function asWord(value: string): MmlScalar {
  return { kind: 'word', text: value };
}

describe('MML grammar', () => {
  it('reads back every command as it was printed', () => {
    fc.assert(
      fc.property(command, (given) => {
        expect(commandsOf(printCommand(given))).toEqual([given]);
      }),
    );
  });

  it('reads back many commands in one text', () => {
    fc.assert(
      fc.property(
        fc.array(command),
        fc.constantFrom('', ' ', '\n', '\r\n', ' // ;\n', '/* ; */'),
        (given, gap) => {
          expect(commandsOf(given.map(printCommand).join(gap))).toEqual(given);
        },
      ),
    );
  });

  it('answers any text whatever without throwing', () => {
    // A command with something put into it that does not belong there.
    const broken = fc
      .tuple(command, fc.nat({ max: 200 }), fc.string({ unit: 'binary', maxLength: 4 }))
      .map(([given, at, odd]) => {
        const printed = printCommand(given);
        return printed.slice(0, at) + odd + printed.slice(at);
      });
    const pieces = fc.constantFrom(
      'LST',
      ' ',
      'A',
      ':',
      '=',
      ',',
      ';',
      '&',
      '&&',
      '"',
      '\\',
      '//',
      '/*',
      '\n',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((list) => list.join('')),
          broken,
        ),
        (any) => {
          const parsed = parseCommands(any);
          if (!parsed.ok) expectWithin(parsed.fault, any);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('takes keywords in any case and values as they stand', () => {
    expect(printedOf('set almFilter: aid=29240, Ne=eNB-1;')).toEqual(['SET ALMFILTER: AID=29240, NE=eNB-1;']);
  });

  it('names the sign that is meant where a full-width one was typed', () => {
    for (const text of [
      'LST ALMAF：CNT=1;',
      'LST ALMAF: CNT=1；',
      'LST ALMAF: CNT＝1;',
      'LST ALMAF: AID=1＆2;',
    ])
      expect(faultOf(text).message).toEqual({
        en: expect.stringMatching(/found "[：；＝＆]", a full-width sign; [:;=&] is meant/),
        zh: expect.stringMatching(/实际为全角字符"[：；＝＆]"；应使用半角 [:;=&]/),
      });
    expect(printedOf('CMT ALM: CMT="好；全角：可以";')).toEqual(['CMT ALM: CMT="好；全角：可以";']);
  });

  it('takes a command without parameters with and without a colon', () => {
    expect(printedOf('LST NE;LST NE:;HLP;HLP :;')).toEqual(['LST NE:;', 'LST NE:;', 'HLP:;', 'HLP:;']);
  });

  it('spreads over lines, with comments', () => {
    const given = '// first\r\nSET ALMFILTER :\n\tAID = 29240 , // which\r\n /* how\nlong */ CTW = 1.5 ;\n';
    expect(printedOf(given)).toEqual(['SET ALMFILTER: AID=29240, CTW=1.5;']);
  });

  it('keeps comment marks and separators inside strings', () => {
    expect(commandsOf(String.raw`LST A: X="eNB-1//Cell=1, /* ; */ \" \\";`)[0]?.parameters[0]?.value).toEqual(
      [{ kind: 'string', text: String.raw`eNB-1//Cell=1, /* ; */ " \ `.trimEnd() }],
    );
  });

  it('reads lists and ranges', () => {
    expect(commandsOf('CLR ALM: ID=1&3&&5&"x";')[0]?.parameters[0]?.value).toEqual([
      asWord('1'),
      { kind: 'range', from: asWord('3'), to: asWord('5') },
      { kind: 'string', text: 'x' },
    ]);
  });

  it('lets the last semicolon be left out, and says so', () => {
    expect(parseCommands('LST NE:; LST ALMAF')).toMatchObject({ ok: true, ended: false });
    expect(parseCommands('LST NE:; LST ALMAF; // done')).toMatchObject({ ok: true, ended: true });
  });

  it('finds no command in blanks, comments and stray semicolons', () => {
    expect(commandsOf(' \n// LST NE;\n;; /* */')).toEqual([]);
  });

  it.each([
    ['LST ALMAF: CNT 5;', 1, 16, 'expected "=" after CNT, found "5"'],
    ['LST NE\nLST ALMAF;', 2, 1, 'expected ":" or ";", found "LST"'],
    ['LST NE:;\n  ?', 2, 3, 'expected a command, such as LST ALMAF:;, found "?"'],
    ['SET ALMFILTER: AID=;', 1, 20, 'expected a value of AID, found ";"'],
    ['SET ALMFILTER: AID=1,;', 1, 22, 'expected a parameter\'s name, found ";"'],
    ['SET ALMFILTER: =1;', 1, 16, 'expected a parameter, such as AID=29240, or ";", found "="'],
    ['ACK ALM: ID=1&&;', 1, 16, 'expected the end of a range of ID, found ";"'],
    ['LST A: X="\\n";', 1, 12, 'expected " or \\ after \\ in a string'],
    [
      'LST A: X="open\n',
      1,
      15,
      'expected " at the end of the string; line breaks and control characters but tabs cannot be in it',
    ],
    ['LST A; /* open', 1, 15, 'expected */ at the end of the comment'],
    ['小区;', 1, 1, 'expected a command, such as LST ALMAF:;, found "小区"'],
  ])('says where %j is wrong', (given, line, column, message) => {
    expect(faultOf(given)).toMatchObject({ line, column, message: { en: message } });
  });

  it('advises quotes where an object name stands without them', () => {
    expect(faultOf('LST ALMAF: OBJ=Cell=1;').message.en).toBe(
      'expected "," or ";" (a value with = , ; & or blanks goes in double quotes), found "="',
    );
  });

  it('does not cut a value short where it holds the marks of a comment', () => {
    expect(faultOf('RMV NE: NE=eNB-1//Cell;')).toMatchObject({ column: 17 });
    expect(faultOf('RMV NE: NE=eNB-1/*;').message.en).toContain('a comment cannot begin inside a value');
  });

  it('puts the caret under the place, also behind Chinese characters and tabs', () => {
    expect(faultOf('LST A:\tX="小区" Y;').snippet).toEqual(['LST A: X="小区" Y;', `${' '.repeat(16)}^`]);
  });

  it('cuts long lines around the place', () => {
    const [line, caret] = faultOf(`LST A: X="${'a'.repeat(5000)}" Y${'b'.repeat(5000)};`).snippet;
    expect(line).toHaveLength(1 + 60 + 40 + 1);
    expect(line[caret.length - 1]).toBe('Y');
  });

  it('tells a text that could go on from one that cannot', () => {
    expect(faultOf('SET ALMFILTER: AID').atEnd).toBe(true);
    expect(faultOf('LST A; /* more to').atEnd).toBe(true);
    expect(faultOf('SET ALMFILTER: AID;').atEnd).toBe(false);
  });
});
