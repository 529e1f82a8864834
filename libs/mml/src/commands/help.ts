import { inBoth, inLanguage, type MmlLanguage, type Words } from '../language.js';
import type { Column, ResultTable, Row } from '../report/result-table.js';
import { type CommandSpec, defineCommand, nameOf, syntaxOf } from '../table/command-spec.js';
import { describeValues } from '../table/describe-type.js';
import { failure, type Outcome } from '../table/outcome.js';
import type { ParameterSpec } from '../table/parameter.js';
import { didYouMean } from '../table/suggest.js';

/** The command that tells of all commands in a table, which may hold it, too. */
export function helpOn(table: () => readonly CommandSpec[]) {
  return defineCommand(
    {
      verb: 'HLP',
      object: null,
      title: { en: 'List the commands, or explain one', zh: '查询命令帮助' },
      role: 'viewer',
      parameters: [
        {
          name: 'CMD',
          type: { kind: 'string', max: 60 },
          help: {
            en: 'The command to explain, in double quotes; a verb or an object lists its commands',
            zh: '要说明的命令，用双引号；动作或对象则列出其命令',
          },
        },
      ],
      example: 'HLP: CMD="SET ALMFILTER";',
    },
    ({ CMD }, { language }) =>
      Promise.resolve(CMD === undefined ? listAll(table(), language) : explain(table(), CMD, language)),
  );
}

function listAll(table: readonly CommandSpec[], language: MmlLanguage): Outcome {
  const rows = table.map((spec) => ({ CMD: nameOf(spec), FUNCTION: spec.title[language], ROLE: spec.role }));
  return { ok: true, table: { title: { en: 'Commands', zh: '命令' }, columns: commandColumns, rows } };
}

const commandColumns: readonly Column[] = [
  { key: 'CMD', title: { en: 'Command', zh: '命令' } },
  { key: 'FUNCTION', title: { en: 'Function', zh: '功能' } },
  { key: 'ROLE', title: { en: 'Least role', zh: '最低角色' } },
];

function explain(table: readonly CommandSpec[], asked: string, language: MmlLanguage): Outcome {
  const name = asked.trim().replace(/\s+/g, ' ').toUpperCase();
  const spec = table.find((candidate) => nameOf(candidate) === name);
  if (spec !== undefined) return explained(spec, language);
  const related = table.filter(({ verb, object }) => verb === name || object === name);
  if (related.length > 0) return listAll(related, language);
  const guess = didYouMean(table, name);
  return failure('notFound', { en: `CMD names no command${guess.en}`, zh: `CMD 不是命令名${guess.zh}` });
}

function explained(spec: CommandSpec, language: MmlLanguage): Outcome {
  const preface = prefaceOf(spec);
  if (spec.parameters.length === 0) return { ok: true, preface: [...preface, noParameters] };
  return { ok: true, preface: [...preface, ''], table: parameterTable(spec.parameters, language) };
}

const noParameters = { en: 'Parameters  none', zh: '参数      无' };

function prefaceOf(spec: CommandSpec): Words[] {
  const { en, zh } = spec.title;
  return [
    { en: `Command     ${nameOf(spec)}`, zh: `命令      ${nameOf(spec)}` },
    { en: `Function    ${en} (${zh})`, zh: `功能      ${zh} (${en})` },
    { en: `Least role  ${spec.role}`, zh: `最低角色  ${spec.role}` },
    { en: `Syntax      ${syntaxOf(spec)}`, zh: `格式      ${syntaxOf(spec)}` },
    { en: `Example     ${spec.example}`, zh: `示例      ${spec.example}` },
    ...(spec.notes ?? []).map((note) =>
      inBoth({ en: (say) => `Note        ${say(note)}`, zh: (say) => `说明      ${say(note)}` }),
    ),
  ];
}

/** The parameters of a command as a table. */
function parameterTable(parameters: readonly ParameterSpec[], language: MmlLanguage): ResultTable {
  const rows = parameters.map((parameter) => rowOf(parameter, language));
  return { title: { en: 'Parameters', zh: '参数' }, columns: parameterColumns, rows };
}

const parameterColumns: readonly Column[] = [
  { key: 'NAME', title: { en: 'Parameter', zh: '参数' } },
  { key: 'REQUIRED', title: { en: 'Required', zh: '必选' } },
  { key: 'VALUES', title: { en: 'Values', zh: '取值' } },
  { key: 'DEFAULT', title: { en: 'Default', zh: '缺省值' } },
  { key: 'HELP', title: { en: 'Meaning', zh: '含义' } },
];

function rowOf(parameter: ParameterSpec, language: MmlLanguage): Row {
  return {
    NAME: parameter.name,
    REQUIRED: parameter.required ? 'YES' : 'NO',
    VALUES: describeValues(parameter)[language],
    DEFAULT: parameter.default ?? null,
    HELP: inLanguage(parameter.help, language),
  };
}
