import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadTrapMap } from '@omc/catalogue';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TrapRules } from './trap-rules.js';

const rule = (name: string) => `rules: [{name: ${name}, notification: 1.3.9, action: ignore}]\n`;

describe('the rules for notifications', () => {
  let folder: string;
  let path: string;
  const lines: string[] = [];
  const log = {
    info: (_: object, message: string) => void lines.push(message),
    error: (facts: object, message: string) => void lines.push(`${message} ${JSON.stringify(facts)}`),
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'omc-traps-'));
    path = join(folder, 'traps.yaml');
    lines.length = 0;
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function rules(): Promise<TrapRules> {
    await writeFile(path, rule('first'));
    const loaded = await loadTrapMap(path);
    if (!loaded.ok) throw new Error(loaded.faults.join());
    const made = new TrapRules(path, loaded.map, log);
    await made.look();
    return made;
  }
  const meaning = (made: TrapRules) => made.meaningOf({ oid: '1.3.9', varbinds: [] });

  it('are read again when their file changes, and only then', async () => {
    const made = await rules();
    await writeFile(path, rule('second one'));
    await made.look();
    await made.look();
    expect(meaning(made)).toEqual({ kind: 'ignore', rule: 'second one' });
    expect(lines).toHaveLength(2);
  });

  it('stay in force while the file is faulty, and the fault is told with its line', async () => {
    const made = await rules();
    await writeFile(path, `${rule('worse')}names: {1: 2}\n`);
    await made.look();
    expect(meaning(made)).toEqual({ kind: 'ignore', rule: 'first' });
    expect(made.faults[0]).toContain(`${path}:2: `);
    expect(lines.at(-1)).toContain('stay in force');
    await rm(path);
    await made.look();
    expect(meaning(made)).toEqual({ kind: 'ignore', rule: 'first' });
    await writeFile(path, rule('mended'));
    await made.look();
    expect(made.faults).toEqual([]);
    expect(meaning(made)).toEqual({ kind: 'ignore', rule: 'mended' });
  });

  it('that were added are asked first, save those that do not fit to the file', async () => {
    const made = await rules();
    const added = (name: string, varbind = '1.3.1') => ({
      ...{ name, notification: ['1.3.9'], action: 'ignore' as const, when: [{ varbind, startsWith: 'x' }] },
      ...{ ne: [], alarmId: [], state: [], object: [], text: [], severity: [] },
    });
    const told = { oid: '1.3.9', varbinds: [{ oid: '1.3.1', type: 4, value: 'x' }] };
    made.setAdded([added('b', 'word'), added('a')]);
    expect(made.meaningOf(told)).toEqual({ kind: 'ignore', rule: 'a' });
    expect(made.faultOf('b')).toContain('when.0: ');
    await writeFile(path, `${rule('first')}names: {word: 1.3.1}\n`);
    await made.look();
    expect(made.meaningOf(told)).toEqual({ kind: 'ignore', rule: 'b' });
    expect(made.faultOf('b')).toBeUndefined();
    made.setAdded([]);
    expect(made.meaningOf(told)).toEqual({ kind: 'ignore', rule: 'first' });
  });
});
