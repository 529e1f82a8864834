import { describe, expect, it } from 'vitest';
import { commandBegun, type MmlWords, suggest, wordsIn } from './mml-completion.js';

const words: MmlWords = {
  commands: [
    { name: 'SET ALMFILTER', hint: 'Set a filter' },
    { name: 'LST ALMFILTER', hint: 'List filters' },
    { name: 'LST NE', hint: 'List NEs' },
  ],
  parametersOf: (command) =>
    command === 'SET ALMFILTER'
      ? [
          { name: 'AID', hint: 'Type', required: true, values: [] },
          { name: 'NE', hint: 'NE', required: false, values: [] },
          { name: 'RTP', hint: 'Real time', required: false, values: ['ON', 'OFF'] },
        ]
      : undefined,
  neIds: ['eNB-1', 'eNB-2'],
  alarmTypes: [{ alarmId: 29240, name: 'Cell Unavailable' }],
};
const lines = (line: string) => suggest(line, words).map((suggestion) => suggestion.line);

describe('the completion of a command line', () => {
  it('offers commands by verb and by object', () => {
    expect(lines('lst')).toEqual(['LST ALMFILTER:', 'LST NE:']);
    expect(lines('almf')).toEqual(['SET ALMFILTER:', 'LST ALMFILTER:']);
    expect(lines('')).toEqual([]);
  });

  it('offers the parameters that are not named yet', () => {
    expect(lines('set almfilter:')).toEqual([
      'set almfilter: AID=',
      'set almfilter: NE=',
      'set almfilter: RTP=',
    ]);
    expect(lines('SET ALMFILTER: AID=29240, r')).toEqual(['SET ALMFILTER: AID=29240, RTP=']);
  });

  it('offers values: types by their names, NEs, and the words of a parameter', () => {
    expect(lines('SET ALMFILTER: AID=cell')).toEqual(['SET ALMFILTER: AID=29240']);
    expect(lines('SET ALMFILTER: NE="eNB-2')).toEqual(['SET ALMFILTER: NE="eNB-2"']);
    expect(lines('SET ALMFILTER: RTP=o')).toEqual(['SET ALMFILTER: RTP=ON', 'SET ALMFILTER: RTP=OFF']);
  });

  it('goes by the last command of a line, and not by semicolons within strings', () => {
    expect(lines('LST NE:; lst n')).toEqual(['LST NE:; LST NE:']);
    expect(commandBegun('SET ALMFILTER: NE="a;b')).toBe('SET ALMFILTER');
    expect(commandBegun('LST  NE:; SET')).toBeNull();
  });
});

it('words to choose from are found in lists of both languages, and in nothing else', () => {
  expect(wordsIn('ON or OFF')).toEqual(['ON', 'OFF']);
  expect(wordsIn('CRITICAL, MAJOR or MINOR')).toEqual(['CRITICAL', 'MAJOR', 'MINOR']);
  expect(wordsIn('CRITICAL、MAJOR或MINOR')).toEqual(['CRITICAL', 'MAJOR', 'MINOR']);
  expect(wordsIn('1 to 64 characters')).toEqual([]);
});
