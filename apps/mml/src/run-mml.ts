import { hostAndPort, readAddress } from './address.js';
import { findCredentials } from './credentials.js';
import { type ExitStatus, exitStatus, type Stop } from './exit-status.js';
import { type Options, readOptions } from './options.js';
import { printerOn } from './printer.js';
import { converse } from './prompt.js';
import { readSource, type Source } from './read-source.js';
import { runStatements } from './run-statements.js';
import { openSession, type Session } from './session.js';
import type { World } from './world.js';

/** The whole program: reads its arguments and commands, signs in, runs, signs out. Answers the exit status. */
export async function runMml(args: readonly string[], world: World): Promise<ExitStatus> {
  const options = readOptions(args, world);
  if (!options.ok) return options.status;
  const source = await readSource(options, world);
  if (!source.ok) return complain(source, world);
  if (source.kind === 'statements' && source.statements.length === 0) return exitStatus.success;
  const signedIn = await signIn(options, world);
  if (!signedIn.ok) return complain(signedIn, world);
  const status = await use(signedIn.session, source, options, world);
  const trouble = status === exitStatus.noSession ? undefined : await signedIn.session.close();
  if (trouble !== undefined) world.stderr.write(`omc-mml: could not sign out: ${trouble}\n`);
  return status;
}

async function signIn(
  options: Options,
  world: World,
): Promise<{ readonly ok: true; readonly session: Session } | Stop> {
  const address = readAddress(world);
  if (!address.ok) return address;
  const found = await findCredentials(world, options.credentials);
  if (found.ok) return openSession(address.address, found.credentials);
  const where = hostAndPort(address.address);
  return { ...found, message: `cannot sign in to the OMC at ${where}: ${found.message}` };
}

function use(
  session: Session,
  source: Exclude<Source, Stop>,
  options: Options,
  world: World,
): Promise<ExitStatus> {
  const run = (statements: readonly string[]) =>
    runStatements(statements, session, printerOn(world, options.json), world);
  if (source.kind === 'statements') return run(source.statements);
  world.stdout.write(`OMC at ${session.description}. Commands end with ;  HLP:; lists them, exit leaves.\n`);
  return converse(world, run);
}

function complain({ status, message }: Stop, { stderr }: World): ExitStatus {
  stderr.write(`omc-mml: ${message}\n`);
  return status;
}
