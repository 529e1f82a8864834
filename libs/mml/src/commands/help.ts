import type { Column, ResultTable, Row } from '../report/result-table.js';
import { type CommandSpec, defineCommand, nameOf, syntaxOf } from '../table/command-spec.js';
import { failure, type Outcome } from '../table/outcome.js';
import type { ParameterSpec } from '../table/parameter.js';
import { describeType } from '../table/read-value.js';
import { didYouMean } from '../table/suggest-commands.js';

/** The command that tells of all commands in a table, which may hold it, too. */
export function helpOn(table: () => readonly CommandSpec[]) {
  return defineCommand(
    {
      verb: 'HLP',
      object: null,
      title: { en: 'List the commands, or explain one', zh: '查询命令帮助' },
      role: 'viewer',
      parameters: [
        { name: 'CMD', type: { kind: 'string', max: 60 }, help: 'The command to explain, in double quotes' },
      ],
      example: 'HLP: CMD="SET ALMFILTER";',
    },
    ({ CMD }) => Promise.resolve(CMD === undefined ? listAll(table()) : explain(table(), CMD)),
  );
}

function listAll(table: readonly CommandSpec[]): Outcome {
  const rows = table.map((spec) => ({ CMD: nameOf(spec), FUNCTION: spec.title.en, ROLE: spec.role }));
  return { ok: true, table: { title: 'Commands', columns: commandColumns, rows } };
}

const commandColumns: readonly Column[] = [
  { key: 'CMD', title: 'Command' },
  { key: 'FUNCTION', title: 'Function' },
  { key: 'ROLE', title: 'Least role' },
];

function explain(table: readonly CommandSpec[], asked: string): Outcome {
  const name = asked.trim().replace(/\s+/g, ' ').toUpperCase();
  const spec = table.find((candidate) => nameOf(candidate) === name);
  if (spec === undefined) return failure('notFound', `CMD names no command${didYouMean(table, name)}`);
  return { ok: true, preface: prefaceOf(spec), table: parameterTable(spec.parameters) };
}

function prefaceOf(spec: CommandSpec): string[] {
  return [
    `Command     ${nameOf(spec)}`,
    `Function    ${spec.title.en} (${spec.title.zh})`,
    `Least role  ${spec.role}`,
    `Syntax      ${syntaxOf(spec)}`,
    `Example     ${spec.example}`,
    ...(spec.notes ?? []).map((note) => `Note        ${note}`),
    '',
  ];
}

/** The parameters of a command as a table. */
function parameterTable(parameters: readonly ParameterSpec[]): ResultTable {
  return { title: 'Parameters', columns: parameterColumns, rows: parameters.map(rowOf) };
}

const parameterColumns: readonly Column[] = [
  { key: 'NAME', title: 'Parameter' },
  { key: 'REQUIRED', title: 'Required' },
  { key: 'VALUES', title: 'Values' },
  { key: 'DEFAULT', title: 'Default' },
  { key: 'HELP', title: 'Meaning' },
];

function rowOf({ name, required, type, default: value, help }: ParameterSpec): Row {
  return {
    NAME: name,
    REQUIRED: required ? 'YES' : 'NO',
    VALUES: describeType(type),
    DEFAULT: value ?? null,
    HELP: help,
  };
}
