import { fileURLToPath } from 'node:url';
import { type AlarmType, immediate, overlay } from '@omc/alarm';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from './load-catalogue.js';

const shipped = fileURLToPath(new URL('../../../config/alarm-types.yaml', import.meta.url));

describe('the shipped catalogue', () => {
  let types: ReadonlyMap<number, AlarmType>;
  const type = (alarmId: number) => {
    const found = types.get(alarmId);
    if (!found) throw new Error(`no type ${alarmId}`);
    return found;
  };
  const filterOf = (alarmId: number) => overlay(immediate, type(alarmId).filter ?? {});

  beforeAll(async () => {
    const loaded = await loadCatalogue(shipped);
    if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
    types = loaded.catalogue;
  });

  it('has all 28 types', () => {
    expect([...types.keys()].sort((a, b) => a - b)).toEqual([
      301, 25622, 25888, 25952, 25955, 26122, 26231, 26232, 26234, 26235, 26321, 26323, 26324, 26504, 26508,
      26529, 29201, 29204, 29213, 29240, 29243, 29245, 29290, 90001, 90002, 90003, 90004, 90010,
    ]);
  });

  it.each([29240, 29290, 29243])(
    'raises %i after 90 s of fault and clears it after 15 s of ok',
    (alarmId) => {
      expect(filterOf(alarmId)).toEqual({
        ...immediate,
        createWindow: 90,
        createThreshold: 90,
        restoreWindow: 15,
        restoreThreshold: 0,
      });
    },
  );

  it('filters SCTP links by share of down time: 18 in 30 s, 2 in 30 s', () => {
    expect(filterOf(25888)).toEqual({
      ...immediate,
      createWindow: 30,
      createThreshold: 18,
      restoreWindow: 30,
      restoreThreshold: 2,
    });
  });

  it.each([29213, 26324, 26234])('raises %i at once and clears it after 90 s of ok', (alarmId) => {
    expect(filterOf(alarmId)).toEqual({ ...immediate, restoreWindow: 90 });
  });

  it('has no other windows', () => {
    const filtered = [...types.values()].filter(({ filter }) => filter).map(({ alarmId }) => alarmId);
    expect(filtered.sort((a, b) => a - b)).toEqual([25888, 26234, 26324, 29213, 29240, 29243, 29290]);
  });

  it('supervises 301 by handshake and derives 90001 to 90004', () => {
    expect(type(301)).toMatchObject({ origin: 'handshake', objectType: 'NE', severity: 'critical' });
    expect(
      [...types.values()].filter(({ origin }) => origin === 'derived').map(({ alarmId }) => alarmId),
    ).toEqual([90001, 90002, 90003, 90004]);
  });

  it('keeps a VSWR alarm with the switch on until the channel has restarted', () => {
    expect(type(26529)).toMatchObject({
      failureClass: 'degraded',
      failureClassWhen: { info: { vswrSwitch: 'on' }, failureClass: 'down' },
      latch: { info: { vswrSwitch: 'on' }, releasedBy: { restarted: true } },
    });
  });

  it('takes mains trouble for an outage once the battery is out', () => {
    expect(type(25622)).toMatchObject({
      failureClass: 'note',
      failureClassWhen: { info: { battery: 'out' }, failureClass: 'down' },
    });
  });

  it('orders the types on one object from cause to effect', () => {
    const order = [...types.values()].flatMap(({ alarmId, after }) => (after ? [[alarmId, after]] : []));
    expect(Object.fromEntries(order)).toEqual({
      25888: [25955],
      26323: [26321],
      26324: [26321, 26323],
      26232: [26231],
      26234: [26231, 26232],
      29290: [29245],
      29240: [29245, 29290],
      29243: [29290, 29240],
    });
  });

  it('speaks Chinese in every Chinese text, and English in every English one', () => {
    for (const { name, meaning, effect, causes, firstSteps } of types.values())
      for (const text of [name, meaning, effect, causes, firstSteps]) {
        expect(text.zh).toMatch(/\p{Script=Han}/u);
        expect(text.en).not.toMatch(/\p{Script=Han}/u);
      }
  });
});

it('names a file that cannot be read', async () => {
  expect(await loadCatalogue('/nowhere/alarm-types.yaml')).toEqual({
    ok: false,
    faults: [expect.stringMatching(/^\/nowhere\/alarm-types\.yaml: cannot be read: ENOENT/)],
  });
});
