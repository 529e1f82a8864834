import type { Bilingual } from '@omc/alarm';
import { displayWidth } from '../report/display-width.js';
import { escapeControls } from '../report/escape-controls.js';

/** Where a text is not MML, and why. */
export interface SyntaxFault {
  /** What was expected and what was found, in one line. */
  readonly message: Bilingual;
  /** From 1. */
  readonly line: number;
  /** From 1, counted in characters. */
  readonly column: number;
  /** The line of the text, and below it a line with a caret under the place. */
  readonly snippet: readonly [string, string];
  /** Nothing is wrong but that the text ends here: more of it may mend it. */
  readonly atEnd: boolean;
}

const SHOWN_BEFORE = 60;
const SHOWN_AFTER = 40;

/** Describes a fault at an offset of a text. */
export function syntaxFaultAt(text: string, offset: number, message: Bilingual): SyntaxFault {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  const before = [...(lines.at(-1) ?? '')];
  const after = [...(text.slice(offset).split(/[\r\n]/, 1)[0] ?? '')];
  return {
    message,
    line: lines.length,
    column: before.length + 1,
    snippet: snippetOf(before, after),
    atEnd: offset >= text.length,
  };
}

/** Long lines are cut around the place, so that the caret stays in sight. */
function snippetOf(before: readonly string[], after: readonly string[]): readonly [string, string] {
  const left = escapeControls(
    before.length > SHOWN_BEFORE ? `…${before.slice(-SHOWN_BEFORE).join('')}` : before.join(''),
  );
  const right = escapeControls(
    after.length > SHOWN_AFTER ? `${after.slice(0, SHOWN_AFTER).join('')}…` : after.join(''),
  );
  return [left + right, `${' '.repeat(displayWidth(left))}^`];
}
