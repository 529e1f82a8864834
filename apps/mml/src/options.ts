import { Command, CommanderError } from 'commander';
import { type ExitStatus, exitStatus } from './exit-status.js';
import type { World } from './world.js';

/** What the command line asked for. */
export interface Options {
  readonly ok: true;
  /** Commands given with -e, in order. */
  readonly execute: readonly string[];
  /** A script; `-` is standard input. */
  readonly file?: string;
  readonly json: boolean;
  /** Shows what the command lists, drawn anew as alarms change. */
  readonly watch: boolean;
  /** Long reports at the prompt go through a pager. */
  readonly pager: boolean;
  readonly credentials?: string;
}

const EXPLANATION = `
Without -e and FILE, commands are read from standard input; on a terminal, with a prompt.

Environment:
  OMC_HOST, OMC_PORT   where the OMC is (127.0.0.1, 3000)
  OMC_CA               file (PEM) of who vouches for the OMC, where it speaks HTTPS
  OMC_USER             who signs in (admin)
  OMC_PASSWORD         the password; else OMC_ADMIN_PASSWORD, else a credentials file
  OMC_MML_HISTORY      file of what was typed before (~/.omc_mml_history, mode 0600)
  PAGER                shows long reports at the prompt (less); cat shows them as they are
  OMC_DATA_DIR         where that file is looked for, under the name credentials (.data)

The credentials file holds one line user:password and must have mode 0600.

Commands that do much at once, such as RMV NE, are asked about at the prompt, and need CONFIRM=Y in scripts.

Exit status: 0 if every RETCODE was 0, else 1; 2 wrong usage or unreadable file;
3 the OMC cannot be reached or does not let the user in.

Examples:
  omc-mml -e 'LST ALMAF: ALVL=CRITICAL;'
  omc-mml --json -e 'LST NE:;' | jq .rows
  omc-mml filters.mml
  omc-mml --watch -e 'LST ALMAF: ALVL=CRITICAL&MAJOR;'
`;

/** Reads the command line. Help and usage errors are printed here and only leave a status. */
export function readOptions(
  args: readonly string[],
  world: World,
): Options | { readonly ok: false; readonly status: ExitStatus } {
  const command = commandLine(world);
  try {
    command.parse([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { ok: false, status: error.exitCode === 0 ? exitStatus.success : exitStatus.usage };
  }
  const { execute, json, watch, pager, credentials } = command.opts<{
    execute: string[];
    json: boolean;
    watch: boolean;
    pager: boolean;
    credentials?: string;
  }>();
  const [file] = command.args;
  if (file !== undefined && execute.length > 0) {
    world.stderr.write('omc-mml: give commands with -e or in a FILE, not both\n');
    return { ok: false, status: exitStatus.usage };
  }
  if (watch && !world.stdout.isTTY) {
    world.stderr.write('omc-mml: --watch needs a terminal\n');
    return { ok: false, status: exitStatus.usage };
  }
  return {
    ok: true,
    execute,
    json,
    watch,
    pager,
    ...(file !== undefined && { file }),
    ...(credentials !== undefined && { credentials }),
  };
}

function commandLine(world: World): Command {
  return new Command('omc-mml')
    .description('Runs MML commands on the OMC and prints their reports.')
    .argument('[file]', 'a script of MML commands; - is standard input')
    .option(
      '-e, --execute <commands>',
      'run these commands (repeatable)',
      (text: string, before: string[]) => [...before, text],
      [] as string[],
    )
    .option('--json', 'print one JSON object {"retcode","rows"} a line instead of reports', false)
    .option('--watch', 'show the active alarms, or what -e lists, drawn anew as they change; q ends', false)
    .option('--no-pager', 'do not show long reports at the prompt in a pager')
    .option('--credentials <file>', 'sign in with the user:password in this file (mode 0600)')
    .addHelpText('after', EXPLANATION)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: (text) => world.stderr.write(text),
    });
}
