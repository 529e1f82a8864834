import { answersTo, answerToFailure, type ReportSource } from './answer-to.js';
import type { MmlBackend } from './backend.js';
import { commandTable } from './command-table.js';
import type { MmlCommand } from './grammar/command.js';
import { parseCommands } from './grammar/parse-commands.js';
import { printCommand } from './grammar/print-command.js';
import type { SyntaxFault } from './grammar/syntax-fault.js';
import type { MmlLanguage } from './language.js';
import type { MmlAnswer } from './mml-answer.js';
import { bindParameters } from './table/bind-parameters.js';
import { type BoundArguments, nameOf, type TableCommand } from './table/command-spec.js';
import { SecretMask } from './table/mask-secrets.js';
import { type Failure, failure, type Outcome } from './table/outcome.js';
import { hasRole, type MmlRole } from './table/role.js';
import { didYouMean } from './table/suggest.js';
import type { Terminal } from './terminal.js';

const secrets = new SecretMask(commandTable);

/** Who runs commands, and what their reports take from outside. */
export interface MmlSession extends ReportSource {
  readonly user: string;
  language: MmlLanguage;
  /** Undefined: nobody is logged in. */
  readonly role: MmlRole | undefined;
  /** The user sees and acts on some NEs only. */
  readonly limited: boolean;
  /** What a session that lasts can do beyond; undefined where each text stands for itself. */
  readonly terminal?: Terminal;
  /** Takes what a backend threw; the operator only sees RETCODE 9. */
  readonly logError: (error: unknown) => void;
}

/**
 * Runs the commands of a text one after the other, whatever the earlier ones answer, and answers each as it is done.
 * A text that is not MML runs nothing and has one answer; one without any command has none. What comes of a command
 * that lists much is read as its reports are taken.
 */
export async function* answersOf(
  text: string,
  backend: MmlBackend,
  session: MmlSession,
): AsyncGenerator<MmlAnswer> {
  const parsed = parseCommands(text);
  if (parsed.ok) for (const command of parsed.commands) yield* answersOfOne(command, backend, session);
  else yield answerToFailure(secrets.ofText(excerptOf(text)), syntaxFailure(parsed.fault), session);
}

/** Runs the commands of a text, and gives all answers at once. */
export async function runCommands(
  text: string,
  backend: MmlBackend,
  session: MmlSession,
): Promise<MmlAnswer[]> {
  const answers: MmlAnswer[] = [];
  for await (const answer of answersOf(text, backend, session)) answers.push(answer);
  return answers;
}

async function* answersOfOne(
  command: MmlCommand,
  backend: MmlBackend,
  session: MmlSession,
): AsyncGenerator<MmlAnswer> {
  const repeated = printCommand(secrets.ofCommand(command));
  try {
    yield* answersTo(repeated, await outcomeOf(command, backend, session), session);
  } catch (error) {
    session.logError(error);
    yield answerToFailure(repeated, internal, session);
  }
}

const notConfirmed = failure('notAllowed', { en: 'not confirmed (CONFIRM=N)', zh: '未确认 (CONFIRM=N)' });

const internal = failure('internal', {
  en: 'the command was not carried out; the log of the OMC says why',
  zh: '命令未执行，原因见OMC日志',
});

function outcomeOf(command: MmlCommand, backend: MmlBackend, session: MmlSession): Promise<Outcome> {
  const name = nameOf(command);
  const found = commandTable.find((spec) => nameOf(spec) === name);
  if (found === undefined) return Promise.resolve(unknown(name));
  if (!hasRole(session.role, found.role)) return Promise.resolve(notAllowed(found, session));
  if (found.wholeNetwork && session.limited) return Promise.resolve(limited(name));
  const bound = bindParameters(found, command.parameters);
  return bound.ok ? runBound(found, bound.args, backend, session) : Promise.resolve(bound);
}

function runBound(
  command: TableCommand,
  args: BoundArguments,
  backend: MmlBackend,
  session: MmlSession,
): Promise<Outcome> {
  if (args['CONFIRM'] === 'N') return Promise.resolve(notConfirmed);
  const { user, terminal, language } = session;
  const setLanguage = (chosen: MmlLanguage) => {
    session.language = chosen;
  };
  return command.run(args, { backend, user, language, setLanguage, ...(terminal && { terminal }) });
}

function unknown(name: string): Failure {
  const guess = didYouMean(commandTable, name);
  return failure('unknownCommand', {
    en: `${name}${guess.en}; HLP:; lists all commands`,
    zh: `${name}${guess.zh}；HLP:; 列出全部命令`,
  });
}

function notAllowed(command: TableCommand, { role }: MmlSession): Failure {
  const name = nameOf(command);
  if (role === undefined)
    return failure('notAllowed', {
      en: 'nobody is logged in; begin with LGI: OP="…", PWD="…";',
      zh: '尚未登录，请先执行 LGI: OP="…", PWD="…";',
    });
  return failure('notAllowed', {
    en: `${name} needs the role ${command.role}; yours is ${role}`,
    zh: `${name} 需要角色 ${command.role}，当前角色为 ${role}`,
  });
}

function limited(name: string): Failure {
  return failure('notAllowed', {
    en: `${name} concerns all NEs, and you are limited to some`,
    zh: `${name} 涉及全部网元，而当前用户仅限部分网元`,
  });
}

function syntaxFailure({ line, column, message, snippet }: SyntaxFault): Failure {
  const told = (words: string) => secrets.ofText(words);
  return failure(
    'syntax',
    {
      en: `line ${line}, column ${column}: ${told(message.en)}`,
      zh: `第${line}行第${column}列: ${told(message.zh)}`,
    },
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
