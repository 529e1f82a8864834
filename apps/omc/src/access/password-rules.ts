import { dictionary } from '@zxcvbn-ts/language-common';

/** The passwords that are tried first: those that leaks hold most often, in lower case. */
const leaked: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/** A listed word that is no shorter than this stays one, whatever digits and signs stand around it. */
const SHORTEST_WORD = 4;

/**
 * Why somebody may not have a password; undefined where they may. Its length is the API's to check. The rules are those
 * of NIST SP 800-63B §3.1.1.2: length and a list instead of classes of characters.
 */
export function faultOfPassword(password: string, user: string): string | undefined {
  const lower = password.toLowerCase();
  if (wordsOf(lower).includes(user.toLowerCase())) return 'must be more than the user’s name';
  if (new Set(lower).size < SHORTEST_WORD) return 'must have more than three different characters';
  if (isLeaked(lower)) return 'is among those that are tried first, since leaks are full of it';
  return undefined;
}

/** What a password comes down to: as it stands, between digits and signs, or again and again. */
function wordsOf(password: string): string[] {
  const word = password.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return [password, word, repeated(password), repeated(word)];
}

function isLeaked(password: string): boolean {
  return wordsOf(password).some((part) => part.length >= SHORTEST_WORD && leaked.has(part));
}

/** What a text repeats, where it does nothing else. */
function repeated(text: string): string {
  return /^(.+?)\1+$/u.exec(text)?.[1] ?? text;
}
