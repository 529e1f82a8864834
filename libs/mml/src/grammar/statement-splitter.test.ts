import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommands } from './parse-commands.js';
import { printCommand } from './print-command.js';
import { StatementSplitter } from './statement-splitter.js';

function split(text: string): readonly [complete: readonly string[], rest: string] {
  const splitter = new StatementSplitter();
  return [splitter.push(text), splitter.takeRest()];
}

describe('a stream of commands', () => {
  it.each([
    ['LST NE:;LGO:;', ['LST NE:;', 'LGO:;'], ''],
    ['CMT ALM: CMT="a;b";', ['CMT ALM: CMT="a;b";'], ''],
    ['CMT ALM: CMT="a\\";b";x', ['CMT ALM: CMT="a\\";b";'], 'x'],
    ['// a;b\nLST NE:;', ['// a;b\nLST NE:;'], ''],
    ['/* a;\n b; */ LST NE:;', ['/* a;\n b; */ LST NE:;'], ''],
    ['LST NE // all; of them\n:;', ['LST NE // all; of them\n:;'], ''],
    ['A B: C=http://x;LGO:;', ['A B: C=http://x;', 'LGO:;'], ''],
    ['A B: C=1 /*;*/;', ['A B: C=1 /*;*/;'], ''],
    ['A B: C="x\r\nLGO:;', ['A B: C="x\r', 'LGO:;'], ''],
    ['LST NE:;\r\n \n  LGO\n:;\n', ['LST NE:;', '  LGO\n:;'], ''],
    ['A B: C="x\\\nLGO:;', ['A B: C="x\\\n', 'LGO:;'], ''],
    ['LST NE；LST NE:;', ['LST NE；', 'LST NE:;'], ''],
    ['A B: C="x；y";', ['A B: C="x；y";'], ''],
    ['LST NE', [], 'LST NE'],
  ])('%j is cut behind each command', (text, complete, rest) => {
    expect(split(text)).toEqual([complete, rest]);
  });

  it('is read alike however it is cut into pieces, and as the parser reads it as a whole', () => {
    const word = fc.stringMatching(/^[A-Z][A-Z0-9]{0,5}$/);
    const text = fc.string({ unit: fc.constantFrom('a', ';', '"', '\\', '/', '*', '=', ' ', '中') });
    const command = fc.record({
      verb: word,
      object: fc.option(word),
      parameters: fc.array(
        fc.record({
          name: word,
          value: fc.tuple(fc.record({ kind: fc.constant('string' as const), text })),
        }),
        { maxLength: 3 },
      ),
    });
    const between = fc.constantFrom('', ' ', '\r\n', '/* ; " */', '// ; "\n', '/**/');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(command, between), { maxLength: 5 }),
        fc.array(fc.nat({ max: 7 }), { minLength: 1 }),
        (parts, sizes) => {
          const stream = parts.map(([each, gap]) => gap + printCommand(each)).join('');
          const splitter = new StatementSplitter();
          const found: string[] = [];
          for (let from = 0, turn = 0; from < stream.length; turn += 1) {
            const to = from + 1 + (sizes[turn % sizes.length] ?? 0);
            found.push(...splitter.push(stream.slice(from, to)));
            from = to;
          }
          expect(splitter.takeRest()).toBe('');
          const parsed = found.map((each) => parseCommands(each));
          expect(parsed.flatMap((each) => (each.ok ? each.commands : []))).toEqual(
            parts.map(([each]) => each),
          );
        },
      ),
    );
  });
});
