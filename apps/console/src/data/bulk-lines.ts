/** A line to be sent, with its number in what was pasted or chosen. */
export interface BulkLine {
  readonly source: number;
  readonly json: string;
}

/** What is not sent, and why. */
export interface BulkFault {
  readonly source: number;
  readonly reason: 'json' | 'columns' | 'values' | 'quotes';
}

const columns = ['id', 'kind', 'host', 'port'];

/**
 * The lines of a text: NDJSON, or CSV whose first line names the columns id, kind, host and port in any order. Empty
 * lines count for nothing; a line that is neither is a fault.
 */
export function bulkLines(text: string): { readonly lines: BulkLine[]; readonly faults: BulkFault[] } {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((row, at) => ({ source: at + 1, row: row.trim() }))
    .filter(({ row }) => row !== '');
  const [head, ...body] = rows;
  if (!head) return { lines: [], faults: [] };
  if (head.row.startsWith('{')) return sorted(rows.map(({ source, row }) => ndjsonLine(source, row)));
  const names = cells(head.row)?.map((name) => name.trim().toLowerCase());
  if (!names || names.some((name) => !columns.includes(name)) || !names.includes('id'))
    return { lines: [], faults: [{ source: head.source, reason: 'columns' }] };
  return sorted(body.map(({ source, row }) => csvLine(source, row, names)));
}

type Read = BulkLine | BulkFault;

function sorted(read: readonly Read[]) {
  return {
    lines: read.filter((each): each is BulkLine => 'json' in each),
    faults: read.filter((each): each is BulkFault => 'reason' in each),
  };
}

function ndjsonLine(source: number, row: string): Read {
  try {
    JSON.parse(row);
    return { source, json: row };
  } catch {
    return { source, reason: 'json' };
  }
}

function csvLine(source: number, row: string, names: readonly string[]): Read {
  const values = cells(row);
  if (!values) return { source, reason: 'quotes' };
  if (values.length !== names.length) return { source, reason: 'values' };
  const entries = names.map((name, at): [string, string | number] => {
    const value = (values[at] ?? '').trim();
    return [name, name === 'port' && /^\d+$/.test(value) ? Number(value) : value];
  });
  return { source, json: JSON.stringify(Object.fromEntries(entries.filter(([, value]) => value !== ''))) };
}

/** The cells of a row of CSV (RFC 4180, without line breaks in cells), by commas or semicolons; undefined where a quote is left open. */
function cells(row: string): string[] | undefined {
  const found: string[] = [];
  const pattern = /\s*(?:"((?:[^"]|"")*)"|([^,;"]*))\s*([,;]|$)/y;
  for (;;) {
    const match = pattern.exec(row);
    if (!match) return undefined;
    found.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '') return found;
  }
}
