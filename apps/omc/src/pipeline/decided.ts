import type { AlarmWriter, Batch, CommandResult, LossTally, Sequences, Submission } from '@omc/alarm';

/** A batch of commands carried out in memory, on its way into the database. */
export interface DecidedBatch extends Batch {
  readonly sequences: Sequences;
  readonly tally: LossTally;
  /** When decisions fell due that a deadline brought. */
  readonly dueInstants: readonly number[];
  /** What each command is told once it is committed. */
  readonly answers: readonly (readonly [Submission, CommandResult])[];
}

/** Carries out a batch of commands at one instant, in order. */
export function decided(writer: AlarmWriter, submissions: readonly Submission[], now: number): DecidedBatch {
  const draft = writer.begin(now);
  const answers = submissions.map(
    (submission) => [submission, writer.do(submission.command, now, draft)] as const,
  );
  writer.finish(draft, now);
  const { journal, changes, registry, sequences, tally, dueInstants } = draft;
  return { journal, changes, registry, sequences, tally, dueInstants, answers };
}

/** Whether there is nothing to store. */
export function isEmpty({ journal, changes, registry }: Batch): boolean {
  return journal.length === 0 && changes.length === 0 && registry.length === 0;
}
