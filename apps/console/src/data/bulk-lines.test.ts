import { describe, expect, it } from 'vitest';
import { bulkLines } from './bulk-lines.js';

describe('the lines of an import', () => {
  it('are those of NDJSON, with their numbers', () => {
    expect(bulkLines('{"id":"a"}\n\n{"id":"b"\n{"id":"c"}\n')).toEqual({
      lines: [
        { source: 1, json: '{"id":"a"}' },
        { source: 4, json: '{"id":"c"}' },
      ],
      faults: [{ source: 3, reason: 'json' }],
    });
  });

  it('are those of CSV with named columns, in any order, a port as a number', () => {
    const { lines, faults } = bulkLines('\uFEFFhost;id;port\r\n10.0.0.1;"eNB-1";9001\r\n10.0.0.2;eNB-2;\r\n');
    expect(faults).toEqual([]);
    expect(lines.map(({ source, json }) => [source, JSON.parse(json)])).toEqual([
      [2, { host: '10.0.0.1', id: 'eNB-1', port: 9001 }],
      [3, { host: '10.0.0.2', id: 'eNB-2' }],
    ]);
  });

  it('are none where columns are not known, too few, or a quote is left open', () => {
    expect(bulkLines('id,colour\na,red').faults).toEqual([{ source: 1, reason: 'columns' }]);
    expect(bulkLines('id,host\na\n"b,c').faults).toEqual([
      { source: 2, reason: 'values' },
      { source: 3, reason: 'quotes' },
    ]);
    expect(bulkLines(' \n')).toEqual({ lines: [], faults: [] });
  });
});
