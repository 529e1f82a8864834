import type { MmlResource } from '@omc/api';
import { hostAndPort, readAddress } from './address.js';
import { AlarmReports } from './alarm-reports.js';
import { completerFor } from './completer.js';
import { findCredentials } from './credentials.js';
import { type ExitStatus, exitStatus, type Stop } from './exit-status.js';
import { History } from './history.js';
import { type Options, readOptions } from './options.js';
import { page } from './pager.js';
import { printerOn } from './printer.js';
import { Conversation } from './prompt.js';
import { readSource, type Source } from './read-source.js';
import { runStatements } from './run-statements.js';
import { openSession, type Session } from './session.js';
import { languageFor, type SpeakingWorld, Voice } from './voice.js';
import { watch } from './watch.js';
import type { World } from './world.js';

/** The whole program: reads its arguments and commands, signs in, runs, signs out. Answers the exit status. */
export async function runMml(
  args: readonly string[],
  { env, stdin, stdout, stderr }: World,
): Promise<ExitStatus> {
  const voice = new Voice(languageFor(args, env));
  const world = { env, stdin, stdout, stderr, voice };
  const options = readOptions(args, world);
  if (!options.ok) return options.status;
  const source = await readSource(options, world);
  if (!source.ok) return complain(source, world);
  if (source.kind === 'statements' && source.statements.length === 0) return exitStatus.success;
  const signedIn = await signIn(options, world);
  if (!signedIn.ok) return complain(signedIn, world);
  const { session } = signedIn;
  const status = await use(session, source, options, world);
  const trouble = session.isOver || session.isAway ? undefined : await session.close();
  if (trouble !== undefined) stderr.write(`omc-mml: ${voice.say('couldNotSignOut', { reason: trouble })}\n`);
  return status;
}

async function signIn(
  options: Options,
  world: SpeakingWorld,
): Promise<{ readonly ok: true; readonly session: Session } | Stop> {
  const address = readAddress(world);
  if (!address.ok) return address;
  const found = await findCredentials(world, options.credentials);
  if (found.ok) return openSession(address.address, found.credentials, world.voice);
  const where = hostAndPort(address.address);
  return { ...found, message: world.voice.say('cannotSignInAt', { where, reason: found.message }) };
}

function use(
  session: Session,
  source: Exclude<Source, Stop>,
  options: Options,
  world: SpeakingWorld,
): Promise<ExitStatus> {
  if (source.kind === 'watch') return watch(source.commandFor, session, world);
  if (source.kind === 'statements')
    return runStatements(source.statements, session, { print: printerOn(world, options.json) }, world);
  world.stdout.write(`${world.voice.say('greeting', { where: session.description })}\n`);
  return converse(session, options, world);
}

/** Talks with a person: with history, completion, questions, a pager, and alarms as they come and go. */
async function converse(
  session: Session,
  { json, pager }: Options,
  world: SpeakingWorld,
): Promise<ExitStatus> {
  const showAnswer = async (answer: MmlResource, print: (answer: MmlResource) => void) => {
    let paged = false;
    if (pager && !json)
      await talk.aside(() => {
        paged = page(answer.report, world);
      });
    if (!paged) print(answer);
  };
  const talk: Conversation = new Conversation(world, {
    completer: (before) => completerFor(session, before),
    history: new History(world),
    run: async (statements) => {
      let status: ExitStatus = exitStatus.success;
      const print = printerOn(world, json);
      const manner = {
        print: (answer: MmlResource) => showAnswer(answer, print),
        ask: (question: string) => talk.ask(question),
      };
      for (const statement of statements) {
        if (reports.take(statement)) continue;
        const done = await runStatements([statement], session, manner, world);
        status = done > status ? done : status;
        if (done === exitStatus.noSession) break;
      }
      // An OMC that is away may come back: the person stays, and what was typed stays in the history.
      const isAway = status === exitStatus.noSession && !session.isOver;
      if (isAway) world.stderr.write(`omc-mml: ${world.voice.say('tryAgain')}\n`);
      return { status, over: session.isOver };
    },
  });
  const reports = new AlarmReports(session, world.voice, (text) => talk.show(text));
  const status = await talk.hold();
  reports.stop();
  return status;
}

function complain({ status, message }: Stop, { stderr }: SpeakingWorld): ExitStatus {
  stderr.write(`omc-mml: ${message}\n`);
  return status;
}
