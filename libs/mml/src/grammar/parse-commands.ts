import type { MmlCommand, MmlItem, MmlParameter } from './command.js';
import { Scanner } from './scanner.js';
import type { SyntaxFault } from './syntax-fault.js';

/** The commands of a text, or the first place where it is not MML; then none of them counts. */
export type ParseResult =
  | {
      readonly ok: true;
      readonly commands: readonly MmlCommand[];
      /** Whether the last command was ended by its `;`. At the end of a text it may be left out. */
      readonly ended: boolean;
    }
  | { readonly ok: false; readonly fault: SyntaxFault };

/** Reads commands: `VERB OBJECT: PARAM=VALUE, PARAM=VALUE;`, several in one text, comments in between. */
export function parseCommands(text: string): ParseResult {
  const scanner = new Scanner(text);
  const commands: MmlCommand[] = [];
  let ended = true;
  while (!scanner.atEnd() && scanner.fault === undefined) {
    if (scanner.take(';')) continue;
    const command = readCommand(scanner);
    if (command === undefined) break;
    commands.push(command);
    ended = scanner.take(';');
    if (!ended && !scanner.atEnd())
      scanner.expect(command.parameters.length > 0 ? EXPECTED_AFTER_VALUE : '":" or ";"');
  }
  return scanner.fault ? { ok: false, fault: scanner.fault } : { ok: true, commands, ended };
}

const EXPECTED_AFTER_VALUE = '"," or ";" (a value with = , ; & or blanks goes in double quotes)';

function readCommand(scanner: Scanner): MmlCommand | undefined {
  const verb = scanner.takeKeyword();
  if (verb === undefined) return scanner.expect('a command, such as LST ALMAF:;');
  const object = scanner.takeKeyword() ?? null;
  const parameters = scanner.take(':') ? readParameters(scanner) : [];
  return parameters && { verb, object, parameters };
}

function readParameters(scanner: Scanner): readonly MmlParameter[] | undefined {
  const parameters: MmlParameter[] = [];
  const first = scanner.takeKeyword();
  if (first === undefined) {
    if (scanner.atEnd() || scanner.sees(';')) return parameters;
    return scanner.expect('a parameter, such as AID=29240, or ";"');
  }
  for (let name: string | undefined = first; ; name = scanner.takeKeyword()) {
    const parameter =
      name === undefined ? scanner.expect("a parameter's name") : readParameter(scanner, name);
    if (parameter === undefined) return undefined;
    parameters.push(parameter);
    if (!scanner.take(',')) return parameters;
  }
}

function readParameter(scanner: Scanner, name: string): MmlParameter | undefined {
  if (!scanner.take('=')) return scanner.expect(`"=" after ${name}`);
  const value: MmlItem[] = [];
  do {
    const item = readItem(scanner, name);
    if (item === undefined) return undefined;
    value.push(item);
  } while (scanner.take('&'));
  return { name, value };
}

function readItem(scanner: Scanner, name: string): MmlItem | undefined {
  const from = scanner.takeScalar() ?? scanner.expect(`a value of ${name}`);
  if (from === undefined || !scanner.take('&&')) return from;
  const to = scanner.takeScalar() ?? scanner.expect(`the end of a range of ${name}`);
  return to && { kind: 'range', from, to };
}
