import {
  type AlarmWriter,
  type AuditEntry,
  auditedActions,
  auditedCommand,
  type Batch,
  type BatchDraft,
  type CommandResult,
  givenBy,
  type LossTally,
  type Sequences,
  type Submission,
} from '@omc/alarm';

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
    (submission) => [submission, carriedOut(writer, submission, now, draft)] as const,
  );
  writer.finish(draft, now);
  const { journal, changes, registry, sequences, tally, dueInstants } = draft;
  return { journal, changes, registry, sequences, tally, dueInstants, answers };
}

/** Carries out one command; what somebody did stands in the audit log by the same commit. */
function carriedOut(
  writer: AlarmWriter,
  { command, actor }: Submission,
  at: number,
  draft: BatchDraft,
): CommandResult {
  if (actor === undefined) return writer.do(command, at, draft);
  const audited = auditedCommand(command, writer);
  const before = audited?.state() ?? null;
  const result = writer.do(command, at, draft);
  if (result.refused !== undefined) return result;
  const { user, from, via } = actor;
  const told = (entry: Pick<AuditEntry, 'action' | 'target' | 'before' | 'after'>) =>
    draft.registry.push({ kind: 'audit', entry: { at, user, from, via, ...entry } });
  if (command.kind === 'act-on-alarms') auditedActions(command, result).forEach(told);
  else {
    const after = audited === undefined ? givenBy(command) : audited.state();
    told({ action: command.kind, target: audited?.target ?? '', before, after });
  }
  return result;
}

/** Whether there is nothing to store. */
export function isEmpty({ journal, changes, registry }: Batch): boolean {
  return journal.length === 0 && changes.length === 0 && registry.length === 0;
}
