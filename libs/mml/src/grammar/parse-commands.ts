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
    if (!ended && !scanner.atEnd()) scanner.expect(command.parameters.length > 0 ? afterValue : afterName);
  }
  return scanner.fault ? { ok: false, fault: scanner.fault } : { ok: true, commands, ended };
}

const afterName = { en: '":" or ";"', zh: ' ":" 或 ";"' };
const afterValue = {
  en: '"," or ";" (a value with = , ; & or blanks goes in double quotes)',
  zh: ' "," 或 ";" (含 = , ; & 或空格的取值须用双引号)',
};
const aCommand = { en: 'a command, such as LST ALMAF:;', zh: '命令，如 LST ALMAF:;' };
const aParameter = { en: 'a parameter, such as AID=29240, or ";"', zh: '参数，如 AID=29240，或 ";"' };
const aName = { en: "a parameter's name", zh: '参数名' };

function readCommand(scanner: Scanner): MmlCommand | undefined {
  const verb = scanner.takeKeyword();
  if (verb === undefined) return scanner.expect(aCommand);
  const object = scanner.takeKeyword() ?? null;
  const parameters = scanner.take(':') ? readParameters(scanner) : [];
  return parameters && { verb, object, parameters };
}

function readParameters(scanner: Scanner): readonly MmlParameter[] | undefined {
  const parameters: MmlParameter[] = [];
  const first = scanner.takeKeyword();
  if (first === undefined) {
    if (scanner.atEnd() || scanner.sees(';')) return parameters;
    return scanner.expect(aParameter);
  }
  for (let name: string | undefined = first; ; name = scanner.takeKeyword()) {
    const parameter = name === undefined ? scanner.expect(aName) : readParameter(scanner, name);
    if (parameter === undefined) return undefined;
    parameters.push(parameter);
    if (!scanner.take(',')) return parameters;
  }
}

function readParameter(scanner: Scanner, name: string): MmlParameter | undefined {
  if (!scanner.take('=')) return scanner.expect({ en: `"=" after ${name}`, zh: ` ${name} 之后的 "="` });
  const value: MmlItem[] = [];
  do {
    const item = readItem(scanner, name);
    if (item === undefined) return undefined;
    value.push(item);
  } while (scanner.take('&'));
  return { name, value };
}

function readItem(scanner: Scanner, name: string): MmlItem | undefined {
  const from = scanner.takeScalar() ?? scanner.expect({ en: `a value of ${name}`, zh: ` ${name} 的取值` });
  if (from === undefined || !scanner.take('&&')) return from;
  const to =
    scanner.takeScalar() ??
    scanner.expect({ en: `the end of a range of ${name}`, zh: ` ${name} 范围的终点` });
  return to && { kind: 'range', from, to };
}
