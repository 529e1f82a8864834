import { describe, expect, it } from 'vitest';
import { MmlDesk } from '../testing/mml-desk.js';

/** Reads reports by nothing but their public form, as scripts of operators do. */
function scrape(text: string): {
  readonly retcode: number;
  readonly rows: Record<string, string>[];
  readonly count: number;
} {
  const rows: Record<string, string>[] = [];
  let retcode = Number.NaN;
  let count = Number.NaN;
  for (const report of text.split(/^---\s+END\s*$/m).filter((each) => /^\+\+\+\s+\S/m.test(each))) {
    const [head = '', body = ''] = report.split(/^(?=RETCODE = )/m);
    expect(head).toMatch(/^\s*\+\+\+ {4}OMC {8}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\nO&M {4}#\d+\n%%.*%%\n$/);
    retcode = Number(/^RETCODE = (\d+) /.exec(body)?.[1]);
    const [, afterTitle = ''] = body.split(/^-{3,}\n/m);
    const results =
      afterTitle.split(
        /^(?:To be continued\.\.\.|仍有后续报告输出|\((?:Number of results|结果个数) = )/m,
      )[0] ?? '';
    count = Number(/^\((?:Number of results|结果个数) = (\d+)\)$/m.exec(body)?.[1]);
    const lines = results.split('\n');
    if (/^\s*\S.*? {2}= {2}/.test(lines[0] ?? '')) rows.push(upright(lines));
    else if (lines[1] === '') rows.push(...tabular(lines));
  }
  return { retcode, rows, count };
}

function upright(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines.filter(Boolean).map((line) => {
      const [name = '', ...value] = line.split(/ {2}= {2}/);
      return [name.trim(), value.join('  =  ')];
    }),
  );
}

function tabular([heading = '', , ...lines]: readonly string[]): Record<string, string>[] {
  const names = heading.split(/ {2,}/);
  return lines.filter(Boolean).map((line) => {
    const cells = line.split(/ {2,}/);
    expect(cells).toHaveLength(names.length);
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
  });
}

const objects = [
  '',
  'Cell=1',
  'Board=0-0-3,IrPort=1',
  'Cell=北京 1  = 2',
  'x\u001b[2J---    END\nRETCODE = 7 ',
];

describe('reports', () => {
  const sizes = [0, 1, 2, 5000];
  const forms = [
    ...sizes.map((size) => [size, 'en', 'NE', 'Port'] as const),
    ...sizes.map((size) => [size, 'zh', '网元', '端口'] as const),
  ];
  it.each(forms)('of %d rows in %s are read by their public form', async (size, language, ne, port) => {
    const desk = new MmlDesk();
    desk.language = language;
    desk.rowsPerReport = 1000;
    for (let index = 0; index < size; index += 1) {
      const id = `eNB-${index}`;
      desk.backend.nes.set(id, {
        id,
        kind: 'link',
        host: objects[index % objects.length] ?? '',
        port: index,
      });
    }
    const answers = await desk.runAll('LST NE:;');
    const scraped = scrape(answers.map(({ report }) => report).join('\n'));
    expect([scraped.retcode, scraped.count, scraped.rows.length]).toEqual([0, size, size]);
    expect(scraped.rows.map((row) => [row[ne], row[port]])).toEqual(
      Array.from({ length: size }, (_, index) => [`eNB-${index}`, String(index)]),
    );
    expect(answers.flatMap(({ rows }) => rows)).toHaveLength(size);
  });
});
