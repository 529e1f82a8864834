import { expect, it } from 'vitest';
import { readCatalogue } from './read-catalogue.js';

/** A good entry of 11 lines; `more` follows them. */
function entry(alarmId: number, more = ''): string {
  return `  - alarmId: ${alarmId}
    name: { en: Fan Stopped, zh: 风扇停转 }
    meaning: { en: A fan stands still, zh: 风扇停转 }
    effect: { en: It gets warm, zh: 温度升高 }
    causes: { en: Dust, zh: 积尘 }
    firstSteps: { en: Clean it, zh: 清灰 }
    objectType: Fan
    severity: minor
    eventType: equipmentAlarm
    probableCause: equipmentMalfunction
    failureClass: degraded
${more}`;
}

/** The faults of a catalogue with these entries, the first of which begins on line 2. */
function faultsOf(...entries: string[]) {
  const reading = readCatalogue(`types:\n${entries.join('')}`);
  return reading.ok ? [] : reading.faults.map(({ line, reason }) => `${line}: ${reason}`);
}

it('fills in what an entry leaves out: it is reported, it is our own', () => {
  const reading = readCatalogue(`types:\n${entry(900001)}`);
  expect(reading.ok && reading.catalogue.get(900001)).toEqual({
    alarmId: 900001,
    name: { en: 'Fan Stopped', zh: '风扇停转' },
    meaning: { en: 'A fan stands still', zh: '风扇停转' },
    effect: { en: 'It gets warm', zh: '温度升高' },
    causes: { en: 'Dust', zh: '积尘' },
    firstSteps: { en: 'Clean it', zh: '清灰' },
    objectType: 'Fan',
    severity: 'minor',
    eventType: 'equipmentAlarm',
    probableCause: 'equipmentMalfunction',
    failureClass: 'degraded',
    origin: 'report',
    source: 'own',
  });
});

it('names every fault at once, in the order of lines', () => {
  const broken = entry(1)
    .replace('zh: 清灰', "zh: ''")
    .replace('severity: minor', 'severity: grave')
    .replace('    probableCause: equipmentMalfunction\n', '');
  expect(faultsOf(broken, entry(1), entry(2, '    colour: red\n    after: [7]\n'))).toEqual([
    '2: type 1, probableCause: is missing',
    '7: type 1, firstSteps.zh: must not be empty',
    expect.stringMatching(/^9: type 1, severity: .*"critical"/),
    '12: type 1, alarmId: 1 is there twice',
    '34: type 2, colour: is not a member of this',
  ]);
});

it('refuses a type in one language only', () => {
  expect(faultsOf(entry(1).replace(', zh: 温度升高', ''))).toEqual(['5: type 1, effect.zh: is missing']);
});

it('calls an entry without a readable number by its place', () => {
  expect(faultsOf(entry(1), entry(2).replace('alarmId: 2', 'alarmId: two'))).toEqual([
    '13: entry 2, alarmId: Invalid input: expected number, received string',
  ]);
});

it('refuses an unknown type in the order', () => {
  expect(faultsOf(entry(1, '    after: [2, 3]\n'), entry(2))).toEqual([
    '13: type 1, after.1: 3 is not a type of this catalogue',
  ]);
});

it('does not call a type unknown whose own entry is broken', () => {
  expect(faultsOf(entry(1, '    after: [2]\n'), entry(2, '    colour: red\n'))).toEqual([
    '25: type 2, colour: is not a member of this',
  ]);
});

it('refuses an order that runs in a circle, once', () => {
  expect(
    faultsOf(entry(3, '    after: [2]\n'), entry(1, '    after: [3]\n'), entry(2, '    after: [1]\n')),
  ).toEqual(['25: type 1, after: the order runs in a circle: 1 after 3 after 2 after 1']);
});

it('refuses a type that comes after itself', () => {
  expect(faultsOf(entry(4, '    after: [4]\n'))).toEqual([
    '13: type 4, after: the order runs in a circle: 4 after 4',
  ]);
});

it('refuses a filter whose values do not go together, by the rule of the hold-off', () => {
  expect(
    faultsOf(entry(1, '    filter: { createWindow: 10, createThreshold: 11, statWindow: 4000 }\n')),
  ).toEqual(['13: type 1, filter.statWindow: must be 0 to 3600 seconds, is 4000']);
  expect(faultsOf(entry(1, '    filter:\n      createWindow: 10\n      createThreshold: 11\n'))).toEqual([
    '15: type 1, filter.createThreshold: must be more than 0 and at most createWindow (10), is 11',
  ]);
});

it('refuses a filter on a type that is not reported', () => {
  expect(faultsOf(entry(1, '    origin: derived\n    filter: { createWindow: 10 }\n'))).toEqual([
    '14: type 1, filter: is only for types that are reported, this one is derived',
  ]);
});

it('refuses a latch that nothing can release', () => {
  expect(faultsOf(entry(1, '    latch: { info: { switch: on }, releasedBy: {} }\n'))).toEqual([
    '13: type 1, latch.releasedBy: must name at least one member of info',
  ]);
});

it('names the line of a YAML mistake', () => {
  expect(faultsOf('  - name: "open\n')).toEqual([expect.stringMatching(/^\d: .*quote/)]);
});

it.each(['', 'types: []\n', '- 1\n', 'types'])('refuses a file without types: %j', (text) => {
  expect(readCatalogue(text)).toEqual({
    ok: false,
    faults: [{ line: 1, reason: expect.stringMatching(/^types: must be a list/) }],
  });
});

it('refuses a top-level member that nothing knows', () => {
  expect(readCatalogue(`version: 3\ntypes:\n${entry(1)}`)).toEqual({
    ok: false,
    faults: [{ line: 1, reason: 'version: is not a member of this' }],
  });
});

it('names an alias that stands for nothing', () => {
  expect(readCatalogue('types: *fans\n')).toEqual({
    ok: false,
    faults: [{ line: 1, reason: expect.stringContaining('fans') }],
  });
});
