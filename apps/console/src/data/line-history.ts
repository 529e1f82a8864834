const MOST = 200;

/** The lines that were entered before, as the arrows go through them. `draft`: what was being written meanwhile. */
export interface LineHistory {
  readonly lines: readonly string[];
  /** Which of them is shown; the number of lines: the draft. */
  readonly at: number;
  readonly draft: string;
}

/** A history of what was entered before. */
export function historyOf(lines: readonly string[]): LineHistory {
  const kept = lines.slice(-MOST);
  return { lines: kept, at: kept.length, draft: '' };
}

/** Adds what was entered; the same twice in a row counts once. */
export function enter(history: LineHistory, line: string): LineHistory {
  return historyOf(history.lines.at(-1) === line ? history.lines : [...history.lines, line]);
}

/** Goes back or forth; `line` is what is shown now. */
export function recall(history: LineHistory, line: string, by: -1 | 1): LineHistory {
  const draft = history.at === history.lines.length ? line : history.draft;
  const at = Math.min(history.lines.length, Math.max(0, history.at + by));
  return { ...history, at, draft };
}

/** What is shown. */
export function shownLine({ lines, at, draft }: LineHistory): string {
  return lines[at] ?? draft;
}
