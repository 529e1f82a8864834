import type { MmlResource } from '@omc/api';
import { type ExitStatus, exitStatus } from './exit-status.js';
import type { Session } from './session.js';
import type { World } from './world.js';

/** Runs statements in order, also after one that failed, until the session is lost. */
export async function runStatements(
  statements: readonly string[],
  session: Session,
  print: (answer: MmlResource) => void,
  { stderr }: World,
): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.success;
  for (const statement of statements) {
    const result = await session.run(statement);
    if (result.ok) print(result.answer);
    else stderr.write(`omc-mml: ${result.message}\n`);
    if (!result.ok && result.status === exitStatus.noSession) return result.status;
    if (!result.ok || result.answer.retcode !== 0) status = exitStatus.failed;
  }
  return status;
}
