import { answerTo, type ReportSource } from './answer-to.js';
import type { MmlBackend } from './backend.js';
import { commandTable } from './command-table.js';
import type { MmlCommand } from './grammar/command.js';
import { parseCommands } from './grammar/parse-commands.js';
import { printCommand } from './grammar/print-command.js';
import type { SyntaxFault } from './grammar/syntax-fault.js';
import type { MmlAnswer } from './mml-answer.js';
import { bindParameters } from './table/bind-parameters.js';
import { type BoundArguments, nameOf, type TableCommand } from './table/command-spec.js';
import { SecretMask } from './table/mask-secrets.js';
import { type Failure, failure, type Outcome } from './table/outcome.js';
import { hasRole, type MmlRole } from './table/role.js';
import { didYouMean } from './table/suggest-commands.js';

const secrets = new SecretMask(commandTable);

/** Who runs commands, and what their reports take from outside. */
export interface MmlSession extends ReportSource {
  readonly user: string;
  readonly role: MmlRole;
  /** Takes what a backend threw; the operator only sees RETCODE 9. */
  readonly logError: (error: unknown) => void;
}

/**
 * Runs the commands of a text one after the other, whatever the earlier ones answer, and answers each. A text that
 * is not MML runs nothing and has one answer; one without any command has none.
 */
export async function runCommands(
  text: string,
  backend: MmlBackend,
  session: MmlSession,
): Promise<MmlAnswer[]> {
  const parsed = parseCommands(text);
  if (!parsed.ok) return [answerTo(secrets.ofText(excerptOf(text)), syntaxFailure(parsed.fault), session)];
  const answers: MmlAnswer[] = [];
  for (const command of parsed.commands) answers.push(await runCommand(command, backend, session));
  return answers;
}

/** Runs one command that was parsed already. */
export async function runCommand(
  command: MmlCommand,
  backend: MmlBackend,
  session: MmlSession,
): Promise<MmlAnswer> {
  return answerTo(
    printCommand(secrets.ofCommand(command)),
    await outcomeOf(command, backend, session),
    session,
  );
}

async function outcomeOf(command: MmlCommand, backend: MmlBackend, session: MmlSession): Promise<Outcome> {
  const name = nameOf(command);
  const found = commandTable.find((spec) => nameOf(spec) === name);
  if (found === undefined)
    return failure('unknownCommand', `${name}${didYouMean(commandTable, name)}; HLP:; lists all commands`);
  if (!hasRole(session.role, found.role))
    return failure('notAllowed', `${name} needs the role ${found.role}; yours is ${session.role}`);
  const bound = bindParameters(found, command.parameters);
  return bound.ok ? await runBound(found, bound.args, backend, session) : bound;
}

async function runBound(
  command: TableCommand,
  args: BoundArguments,
  backend: MmlBackend,
  session: MmlSession,
): Promise<Outcome> {
  try {
    return await command.run(args, { backend, user: session.user });
  } catch (error) {
    session.logError(error);
    return failure('internal', 'the command was not carried out; the log of the OMC says why');
  }
}

function syntaxFailure({ line, column, message, snippet }: SyntaxFault): Failure {
  return failure(
    'syntax',
    `line ${line}, column ${column}: ${secrets.ofText(message)}`,
    snippet.map((line) => secrets.ofText(line)),
  );
}

const EXCERPT = 120;

/** The beginning of a text that is no command, on one line. */
function excerptOf(text: string): string {
  const beginning = text.slice(0, 4 * EXCERPT).trim();
  const line = [...beginning.replace(/\s+/g, ' ')];
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT).join('')}…` : line.join('');
}
