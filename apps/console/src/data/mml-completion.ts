/** What can follow in a command line. */
export interface Suggestion {
  /** What stands in the list. */
  readonly label: string;
  readonly hint: string;
  /** The whole line once it is taken. */
  readonly line: string;
}

/** A command as `HLP` lists it. */
export interface MmlCommand {
  readonly name: string;
  readonly hint: string;
}

/** A parameter as `HLP: CMD="…"` lists it. */
export interface MmlParameter {
  readonly name: string;
  readonly hint: string;
  readonly required: boolean;
  /** What may stand there, where that is a short list. */
  readonly values: readonly string[];
}

/** What is known of a command line's parts. */
export interface MmlWords {
  readonly commands: readonly MmlCommand[];
  readonly parametersOf: (command: string) => readonly MmlParameter[] | undefined;
  readonly neIds: readonly string[];
  readonly alarmTypes: readonly { readonly alarmId: number; readonly name: string }[];
}

const MOST = 12;

/** The words of `ON or OFF`, and of longer such lists, in either language; none where anything else may stand there. */
export function wordsIn(values: string): string[] {
  const isList = /^[A-Z]+((, |、)[A-Z]+)*(,? or |或)[A-Z]+$/.test(values);
  return isList ? values.split(/,? or |, |、|或/) : [];
}

/** The command that is being written at the end of a line, such as `SET ALMFILTER`; null before its colon. */
export function commandBegun(line: string): string | null {
  const { text } = lastStatement(line);
  const colon = text.indexOf(':');
  return colon < 0 ? null : text.slice(0, colon).trim().replace(/\s+/g, ' ').toUpperCase();
}

/** What can follow at the end of a line, the likeliest first. */
export function suggest(line: string, words: MmlWords): Suggestion[] {
  const { before, text } = lastStatement(line);
  const command = commandBegun(line);
  if (command === null) return suggestCommands(before, text, words.commands);
  const parameters = words.parametersOf(command);
  if (!parameters) return [];
  const start = Math.max(text.lastIndexOf(','), text.indexOf(':')) + 1;
  const kept = before + text.slice(0, start);
  const part = text.slice(start).trim();
  const equals = part.indexOf('=');
  if (equals >= 0)
    return suggestValues(
      kept,
      part.slice(0, equals).trim(),
      part.slice(equals + 1).trim(),
      parameters,
      words,
    );
  const used = new Set(
    [...text.slice(0, start).matchAll(/[:,]\s*(\w+)\s*=/g)].map(([, name]) => name?.toUpperCase()),
  );
  return parameters
    .filter(({ name }) => name.startsWith(part.toUpperCase()) && !used.has(name))
    .slice(0, MOST)
    .map(({ name, hint, required }) => ({
      label: name,
      hint: required ? `* ${hint}` : hint,
      line: `${kept} ${name}=`,
    }));
}

function suggestCommands(before: string, text: string, commands: readonly MmlCommand[]): Suggestion[] {
  const part = text.trim().replace(/\s+/g, ' ').toUpperCase();
  if (part === '') return [];
  const lead = before === '' ? '' : `${before} `;
  return commands
    .filter(({ name }) => name.startsWith(part) || name.split(' ').some((word) => word.startsWith(part)))
    .slice(0, MOST)
    .map(({ name, hint }) => ({ label: name, hint, line: `${lead}${name}:` }));
}

function suggestValues(
  kept: string,
  name: string,
  begun: string,
  parameters: readonly MmlParameter[],
  words: MmlWords,
): Suggestion[] {
  const part = begun.replace(/^"/, '').toLowerCase();
  return valuesOf(name.toUpperCase(), parameters, words)
    .filter(({ value, hint }) => `${value} ${hint}`.toLowerCase().includes(part) && value !== begun)
    .slice(0, MOST)
    .map(({ value, hint }) => ({ label: value, hint, line: `${kept} ${name.toUpperCase()}=${value}` }));
}

function valuesOf(name: string, parameters: readonly MmlParameter[], words: MmlWords) {
  if (name === 'AID')
    return words.alarmTypes.map(({ alarmId, name: hint }) => ({ value: String(alarmId), hint }));
  if (name === 'NE') return words.neIds.map((id) => ({ value: `"${id}"`, hint: '' }));
  const values = parameters.find((parameter) => parameter.name === name)?.values ?? [];
  return values.map((value) => ({ value, hint: '' }));
}

/** What stands behind the last semicolon that is not within a string. */
function lastStatement(line: string): { before: string; text: string } {
  let inString = false;
  let end = 0;
  for (let at = 0; at < line.length; at += 1) {
    if (inString && line[at] === '\\') at += 1;
    else if (line[at] === '"') inString = !inString;
    else if (line[at] === ';' && !inString) end = at + 1;
  }
  return { before: line.slice(0, end), text: line.slice(end) };
}
