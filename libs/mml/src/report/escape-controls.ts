const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Makes a text that came from elsewhere harmless on a terminal and in a line-based report: control and formatting
 * characters (escape sequences, line breaks, reversed writing) become visible `\u{…}`; a tab becomes a blank.
 */
export function escapeControls(text: string): string {
  return text.replace(UNSAFE, (character) =>
    character === '\t' ? ' ' : `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  );
}
