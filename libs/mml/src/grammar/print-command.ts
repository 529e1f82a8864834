import type { MmlCommand, MmlItem, MmlParameter, MmlScalar } from './command.js';

/** Writes a command in its one canonical form, on one line; reading it again gives the same command. */
export function printCommand(command: MmlCommand): string {
  const head = command.object === null ? command.verb : `${command.verb} ${command.object}`;
  const parameters = command.parameters.map(printParameter).join(', ');
  return parameters === '' ? `${head}:;` : `${head}: ${parameters};`;
}

/** Writes a value as it stands behind the `=`. */
export function printValue(value: readonly MmlItem[]): string {
  return value.map(printItem).join('&');
}

function printParameter({ name, value }: MmlParameter): string {
  return `${name}=${printValue(value)}`;
}

function printItem(item: MmlItem): string {
  return item.kind === 'range' ? `${printScalar(item.from)}&&${printScalar(item.to)}` : printScalar(item);
}

function printScalar({ kind, text }: MmlScalar): string {
  return kind === 'word' ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}
