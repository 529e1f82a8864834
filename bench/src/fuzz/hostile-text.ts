import type { Random } from '@omc/simulator';

const NASTY: readonly Buffer[] = [
  '',
  '\0',
  'a\0b\0',
  '\x1b[2J\x1b[31mred\x1b]0;title\x07',
  '</script><script>alert(1)</script>',
  "'; drop table alarm; --",
  '=HYPERLINK("http://evil.example")',
  '\r\n%%SET ALMFILTER:;%%\r\n',
  '\u202Egnp.exe\u2066',
  '$' + '{hwNeName}',
  '__proto__',
  'constructor',
  'Cell=1,'.repeat(60),
  'x'.repeat(70_000),
  '\u{1F4A5}'.repeat(100),
]
  .map((text) => Buffer.from(text))
  .concat(
    // Half of a surrogate pair, an overlong slash, bytes that begin no character, and a character cut short.
    ['eda080', 'c0af', 'fffefd', 'e28d', 'f48fbfbff4908080'].map((hex) => Buffer.from(hex, 'hex')),
  );

/** Bytes that claim to be text and are not what a reader hopes for. */
export function hostileText(random: Random): Buffer {
  if (random.chance(0.7)) return random.pick(NASTY);
  return randomBytes(random, random.whole(0, 300));
}

/** Any bytes. */
export function randomBytes(random: Random, length: number): Buffer {
  const bytes = Buffer.alloc(length + 3);
  for (let at = 0; at < length; at += 4) bytes.writeUInt32LE(Math.floor(random.next() * 2 ** 32), at);
  return bytes.subarray(0, length);
}
