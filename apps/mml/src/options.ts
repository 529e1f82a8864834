import { mmlLanguages } from '@omc/mml';
import { Command, CommanderError } from 'commander';
import { type ExitStatus, exitStatus } from './exit-status.js';
import { ownVersion } from './own-version.js';
import type { TextKey } from './texts.js';
import type { SpeakingWorld, Voice } from './voice.js';

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

type Wrong = { readonly ok: false; readonly status: ExitStatus };

/** Reads the command line. Help and usage errors are printed here and only leave a status. */
export function readOptions(args: readonly string[], world: SpeakingWorld): Options | Wrong {
  const { voice } = world;
  const command = commandLine(world);
  try {
    command.parse([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { ok: false, status: exitStatus.success };
    return wrong(voice.say('seeHelp', { what: saidOf(error, voice) }), world);
  }
  const given = command.opts<Given>();
  const [file] = command.args;
  const trouble = troubleWith(given, file, world);
  if (trouble !== undefined) return wrong(trouble, world);
  const { execute = [], json = false, watch = false, pager, credentials } = given;
  return {
    ...{ ok: true, execute, json, watch, pager },
    ...(file !== undefined && { file }),
    ...(credentials !== undefined && { credentials }),
  };
}

/** What commander makes of the options. */
interface Given {
  readonly execute?: string[];
  readonly json?: true;
  readonly watch?: true;
  readonly pager: boolean;
  readonly credentials?: string;
  readonly lang?: string;
}

/** What does not go together; undefined where all is well. */
function troubleWith(
  { execute = [], watch, lang }: Given,
  file: string | undefined,
  { stdout, voice }: SpeakingWorld,
): string | undefined {
  if (lang !== undefined && !mmlLanguages.some((language) => language === lang))
    return voice.say('wrongLang', { given: lang });
  if (file !== undefined && execute.length > 0) return voice.say('eitherExecuteOrFile');
  return watch && !stdout.isTTY ? voice.say('watchNeedsTerminal') : undefined;
}

function wrong(message: string, { stderr }: SpeakingWorld): Wrong {
  stderr.write(`omc-mml: ${message}\n`);
  return { ok: false, status: exitStatus.usage };
}

/** What commander found wrong, in our words. */
function saidOf({ code, message }: CommanderError, voice: Voice): string {
  const what = /'([^']*)'/.exec(message)?.[1] ?? '';
  if (code === 'commander.unknownOption') return voice.say('unknownOption', { what });
  if (code === 'commander.optionMissingArgument') return voice.say('optionNeedsValue', { what });
  if (code === 'commander.excessArguments') return voice.say('tooManyArguments');
  return voice.say('wrongCall', { what: message });
}

const headings = new Map<string, TextKey>([
  ['Usage:', 'usageHeading'],
  ['Arguments:', 'argumentsHeading'],
  ['Options:', 'optionsHeading'],
]);

function commandLine({ stdout, voice }: SpeakingWorld): Command {
  const say = (key: TextKey) => voice.say(key);
  return new Command('omc-mml')
    .description(say('purpose'))
    .argument('[file]', say('fileArgument'))
    .usage(say('usage'))
    .option('-e, --execute <commands>', say('executeOption'), (text: string, before: string[] = []) => [
      ...before,
      text,
    ])
    .option('--json', say('jsonOption'))
    .option('--watch', say('watchOption'))
    .option('--no-pager', say('noPagerOption'))
    .option('--credentials <file>', say('credentialsOption'))
    .option('--lang <language>', say('langOption'))
    .version(`omc-mml ${ownVersion()}`, '-V, --version', say('versionOption'))
    .helpOption('-h, --help', say('helpOption'))
    .addHelpText('after', say('explanation'))
    .exitOverride()
    .configureHelp({ styleTitle: (title) => say(headings.get(title) ?? 'optionsHeading') })
    .configureOutput({ writeOut: (text) => stdout.write(text), outputError: () => undefined });
}
