import type { MmlCommand } from '../grammar/command.js';
import type { CommandSpec } from './command-spec.js';

/** What stands where a secret stood. */
const MASK = '*****';

/** Hides the values of secret parameters, also in commands that are not run or do not exist. */
export class SecretMask {
  readonly #names: ReadonlySet<string>;
  readonly #inText: RegExp;

  constructor(commands: readonly CommandSpec[]) {
    const names = commands.flatMap(({ parameters }) => parameters.filter(({ secret }) => secret));
    this.#names = new Set(names.map(({ name }) => name));
    const alternatives = [...this.#names].join('|') || '(?!)';
    // Also where the sign between is a full-width one, or is missing before a string.
    this.#inText = new RegExp(
      `\\b(${alternatives})(\\s*[=＝]\\s*|\\s+(?="))("(?:\\\\.|[^"\\\\\\n])*"?|[^\\s,;]*)`,
      'gi',
    );
  }

  /** The command as a report may repeat it. */
  ofCommand(command: MmlCommand): MmlCommand {
    const parameters = command.parameters.map((parameter) =>
      this.#names.has(parameter.name)
        ? { ...parameter, value: [{ kind: 'word', text: MASK } as const] }
        : parameter,
    );
    return { ...command, parameters };
  }

  /** A text that may be no command, with as many characters as before, so that places in it stay. */
  ofText(text: string): string {
    return text.replace(
      this.#inText,
      (_, name: string, equals: string, value: string) => `${name}${equals}${'*'.repeat(value.length)}`,
    );
  }
}
