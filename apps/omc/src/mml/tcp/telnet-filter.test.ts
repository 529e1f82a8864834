import { expect, it } from 'vitest';
import { TelnetFilter } from './telnet-filter.js';

/** What is left of a text, telnet's commands written as bytes. */
function filter(...chunks: readonly (readonly (string | number)[])[]) {
  const telnet = new TelnetFilter();
  const taken = chunks.map((chunk) =>
    telnet.take(Buffer.concat(chunk.map((part) => Buffer.from(typeof part === 'string' ? part : [part])))),
  );
  return {
    text: Buffer.concat(taken.map(({ text }) => text)).toString(),
    reply: [...Buffer.concat(taken.map(({ reply }) => reply))],
    interrupted: taken.map(({ interrupted }) => interrupted),
  };
}

it('lets text through, Chinese too', () => {
  expect(filter(['LST NE: NE=中;\r\n'])).toEqual({
    text: 'LST NE: NE=中;\r\n',
    reply: [],
    interrupted: [false],
  });
});

it('refuses every option, also when its bytes come one by one', () => {
  // WILL NAWS, DO SUPPRESS-GO-AHEAD, WONT ECHO
  const bytes = [255, 251, 31, 255, 253, 3, 255, 252, 1];
  const reply = [255, 254, 31, 255, 252, 3];
  expect(filter(['a', ...bytes, 'b'])).toEqual({ text: 'ab', reply, interrupted: [false] });
  expect(filter(...bytes.map((byte) => [byte])).reply).toEqual(reply);
});

it('passes over subnegotiations and the NUL behind a carriage return', () => {
  expect(filter(['a', 255, 250, 24, 0, 'xterm', 255, 255, 255, 240, 'b\r', 0, 'c']).text).toBe('ab\rc');
});

it('hears Ctrl-C, which takes back what was typed with it', () => {
  expect(filter(['LST', 255, 244, 'LGO:;'])).toEqual({ text: 'LGO:;', reply: [], interrupted: [true] });
});
