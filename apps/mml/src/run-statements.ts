import type { MmlResource } from '@omc/api';
import {
  argumentsOf,
  confirmed,
  inLanguage,
  parseCommands,
  printCommand,
  questionBefore,
  type Words,
} from '@omc/mml';
import { type ExitStatus, exitStatus } from './exit-status.js';
import { Progress } from './progress.js';
import type { Session } from './session.js';
import type { SpeakingWorld, Voice } from './voice.js';

/** How statements are run. */
export interface Manner {
  readonly print: (answer: MmlResource) => void | Promise<void>;
  /** Asks a person; undefined in a script, where nobody is there to be asked. */
  readonly ask?: (question: string) => Promise<boolean>;
}

/**
 * Runs statements in order, also after one that failed, until the session is lost, or LGO ends it: what stands behind
 * that is not run over TCP either.
 */
export async function runStatements(
  statements: readonly string[],
  session: Session,
  manner: Manner,
  world: SpeakingWorld,
): Promise<ExitStatus> {
  const progress = new Progress(world, statements.length);
  let status: ExitStatus = exitStatus.success;
  try {
    for (const statement of statements) {
      if (argumentsOf(statement, 'LGO') !== undefined) break;
      const done = await runStatement(statement, session, manner, progress, world);
      progress.step();
      if (done === exitStatus.noSession) return done;
      if (done !== exitStatus.success) status = done;
    }
  } finally {
    progress.stop();
  }
  return status;
}

async function runStatement(
  statement: string,
  session: Session,
  { print, ask }: Manner,
  progress: Progress,
  { stderr, voice }: SpeakingWorld,
): Promise<ExitStatus> {
  const agreed = await progress.besides(() => agreedTo(statement, voice, ask));
  if (agreed === undefined) {
    const why = ask === undefined ? 'needsConfirm' : 'notRun';
    stderr.write(`omc-mml: ${voice.say(why, { statement })}\n`);
    return ask === undefined ? exitStatus.failed : exitStatus.success;
  }
  const result = await session.run(agreed);
  progress.clear();
  if (result.ok) await print(result.answer);
  else stderr.write(`omc-mml: ${result.message}\n`);
  if (!result.ok) return result.status;
  return result.answer.retcode === 0 ? exitStatus.success : exitStatus.failed;
}

/** A statement as it may be run; undefined where it does much and nobody has confirmed it. */
async function agreedTo(
  statement: string,
  { language }: Voice,
  ask: Manner['ask'],
): Promise<string | undefined> {
  const parsed = parseCommands(statement);
  const [command] = parsed.ok ? parsed.commands : [];
  const question: Words | undefined = command && questionBefore(command);
  if (command === undefined || question === undefined) return statement;
  if (ask === undefined) return undefined;
  return (await ask(inLanguage(question, language))) ? printCommand(confirmed(command)) : undefined;
}
