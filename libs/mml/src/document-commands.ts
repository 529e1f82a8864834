import { commandTable } from './command-table.js';
import { inLanguage } from './language.js';
import { type CommandSpec, nameOf, syntaxOf } from './table/command-spec.js';
import { describeValues } from './table/describe-type.js';
import type { ParameterSpec } from './table/parameter.js';
import { retcodes } from './table/retcode.js';

const HEAD = `<!-- Generated from the command table by documentCommands() in libs/mml; do not edit.
     To write it anew after a change of the table: npx vitest run libs/mml/src/document-commands.test.ts -u -->

# MML commands

## How commands are written

\`VERB OBJECT: PARAMETER=VALUE, PARAMETER=VALUE;\`

- Keywords (verb, object, parameter names, words from a fixed set) are read in any case.
- Blanks and line breaks may stand between any two parts; several commands may stand in one text, each ended by \`;\`, which may be left out behind the last one.
- A command without parameters is written \`LST NE:;\` or \`LST NE;\`.
- A value with blanks or one of \`= , ; & "\` is put in double quotes; in them \`\\"\` and \`\\\\\` stand for \`"\` and \`\\\`. A string ends on the line on which it began.
- Full-width signs (\`：；，＝＆\`) outside of strings are a syntax error, which names the sign that is meant.
- \`&\` joins several values, \`&&\` makes a range (\`1&3&&5\`), where a parameter takes more than one value.
- \`//\` begins a comment up to the end of the line, \`/*\` one up to \`*/\`; neither can begin inside a value.
- A text with a syntax error is not run at all; otherwise its commands run in order, each with a report of its own, also after one that failed.

## Reports

\`\`\`
+++    OMC        2026-11-23 14:00:00
O&M    #12
%%SET ALMFILTER: AID=29240, CTW=90, RTW=15;%%
RETCODE = 0  Operation succeeded

---    END
\`\`\`

The time is UTC, the number counts the reports. Results stand before the end: a table, or, for a single one, a line \`name  =  value\` for each column, and \`(Number of results = n)\`. Between columns stand at least two blanks, within a value never more than one; \`-\` is no value, \`""\` an empty text; control characters are shown as \`\\u{…}\`.
`;

/** The reference of all commands as a Markdown page. */
export function documentCommands(): string {
  const codes = Object.values(retcodes).map(({ code, text }) => `| ${code} | ${text.en} · ${text.zh} |`);
  return [
    HEAD,
    '## Return codes\n\nBehind the words stands which parameter is meant and what is allowed.\n',
    ...['| RETCODE | means |', '| --- | --- |', ...codes, ''],
    '## Commands\n',
    ...['| command | function | least role |', '| --- | --- | --- |', ...commandTable.map(lineOf)],
    ...commandTable.map(sectionOf),
    '',
  ].join('\n');
}

function lineOf(spec: CommandSpec): string {
  return `| \`${nameOf(spec)}\` | ${spec.title.en} · ${spec.title.zh} | ${spec.role} |`;
}

function sectionOf(spec: CommandSpec): string {
  const rows = spec.parameters.map((parameter) => rowOf(parameter));
  const rules = [
    ...(spec.atLeastOneOf ? [`At least one of ${spec.atLeastOneOf.join(', ')} must be named.`] : []),
    ...(spec.wholeNetwork ? ['Not for users who are limited to some NEs.'] : []),
    ...(spec.notes ?? []).map((note) => inLanguage(note, 'en')),
  ];
  return [
    `\n### ${nameOf(spec)}\n`,
    `${spec.title.en} (${spec.title.zh}). Least role: ${spec.role}.\n`,
    `\`\`\`\n${syntaxOf(spec)}\n${spec.example}\n\`\`\`\n`,
    ...['| parameter | required | values | default | meaning |', '| --- | --- | --- | --- | --- |', ...rows],
    ...(rules.length === 0 ? [] : ['', ...rules.map((rule) => `- ${rule}`)]),
  ].join('\n');
}

function rowOf(parameter: ParameterSpec): string {
  const { name, required, needs, default: value, help } = parameter;
  const needed = required ? 'yes' : needs === undefined ? 'no' : `no; only with ${needs}`;
  return `| \`${name}\` | ${needed} | ${describeValues(parameter).en} | ${value ?? ''} | ${inLanguage(help, 'en')} |`;
}
