import type { Page, Pages } from '../backend-alarms.js';
import type { ResultTable, Row } from '../report/result-table.js';
import type { Success } from '../table/outcome.js';
import type { ParameterSpec } from '../table/parameter.js';

const MOST = 1000;

/** How much of a list that may be long is shown. */
export const listParameters = [
  {
    name: 'CNT',
    type: { kind: 'integer', min: 1, max: MOST },
    default: 64,
    help: { en: 'How many to list', zh: '列出的条数' },
  },
  {
    name: 'ALL',
    type: { kind: 'enum', values: ['NO', 'YES'] },
    default: 'NO',
    help: {
      en: 'YES: all of them, however many; CNT does not hold then',
      zh: 'YES: 列出全部，不受CNT限制',
    },
  },
] as const satisfies readonly ParameterSpec[];

/** Said in the help of commands with these parameters. */
export const listNotes = [
  {
    en: 'Over TCP more than 1,000 results come in several reports; POST /mml shows at most 10,000.',
    zh: 'TCP会话中超过1000条结果时分多个报告输出；POST /mml最多显示10000条。',
  },
];

/** Shows a list: its first `CNT` items, or all of them, read as they are shown. */
export async function listed<Item>(
  pages: (size: number) => Pages<Item>,
  { CNT, ALL }: { readonly CNT: number; readonly ALL: 'NO' | 'YES' },
  { rowOf, ...head }: Pick<ResultTable, 'title' | 'columns'> & { readonly rowOf: (item: Item) => Row },
): Promise<Success> {
  if (ALL === 'YES') return { ok: true, table: { ...head, rows: [], pages: rowsOf(pages(MOST), rowOf) } };
  const { items, more } = await firstOf(pages(CNT));
  const note = more ? { note: cutOff } : {};
  return { ok: true, table: { ...head, rows: items.map(rowOf), ...note } };
}

const cutOff = {
  en: `There are more; CNT lists up to ${MOST}, ALL=YES all of them`,
  zh: `还有更多结果；CNT最多列出${MOST}条，ALL=YES列出全部`,
};

async function firstOf<Item>(pages: Pages<Item>): Promise<Page<Item>> {
  for await (const page of pages) return page;
  return { items: [], more: false };
}

async function* rowsOf<Item>(pages: Pages<Item>, rowOf: (item: Item) => Row): AsyncGenerator<readonly Row[]> {
  for await (const { items } of pages) yield items.map(rowOf);
}
