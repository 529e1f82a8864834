import { commandTable, completionAt } from '@omc/mml';
import type { Session } from './session.js';

/** What readline asks: the whole words that fit, and what is typed of them. */
export type Completer = (
  line: string,
  done: (error: null | Error, result: [string[], string]) => void,
) => void;

const MOST_OFFERED = 200;

/** Completes what is typed behind the lines before: from the command table, and with names that the OMC knows. */
export function completerFor(session: Session, before: () => string): Completer {
  const complete = async (line: string): Promise<[string[], string]> => {
    const { begun, words, names } = completionAt(before() + line, commandTable);
    const known = names === undefined ? [] : await knownNames(session, names);
    const fitting = known.filter((name) => name.startsWith(begun)).slice(0, MOST_OFFERED);
    return [[...words, ...fitting], begun];
  };
  return (line, done) => {
    // Without the OMC there is nothing to offer; the next command says why.
    complete(line).then(
      (result) => done(null, result),
      () => done(null, [[], line]),
    );
  };
}

const questions = {
  ne: { command: 'LST NE:;', key: 'NE' },
  alarm: { command: 'LST ALMAF: CNT=1000;', key: 'ID' },
} as const;

async function knownNames(session: Session, names: 'ne' | 'alarm'): Promise<string[]> {
  const { command, key } = questions[names];
  const result = await session.run(command);
  return result.ok ? result.answer.rows.map((row) => String(row[key])) : [];
}
