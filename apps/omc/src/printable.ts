const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A text from outside that can be shown anywhere: control characters escaped, at most so many characters. */
export function printable(text: string, most: number): string {
  const escaped = text
    .slice(0, most)
    .replace(UNPRINTABLE, (c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
  return escaped.slice(0, most);
}
