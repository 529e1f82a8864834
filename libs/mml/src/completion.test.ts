import { describe, expect, it } from 'vitest';
import { commandTable } from './command-table.js';
import { completionAt } from './completion.js';

const at = (text: string) => completionAt(text, commandTable);

describe('completion', () => {
  it('knows verbs and the objects of one', () => {
    expect(at('ls')).toEqual({ begun: 'ls', words: ['LST '] });
    expect(at('LST NE:; R').words).toEqual(['RMV ']);
    expect(at('lst almi')).toEqual({ begun: 'almi', words: ['ALMINF: '] });
    expect(at('STR ').words).toEqual(['ALMRPT: ', 'ALMSYN: ']);
  });

  it('knows the parameters that are not given yet', () => {
    expect(at('ADD NE: NE=a, ').words).toEqual(['IP=', 'KIND=', 'PORT=']);
    expect(at('ADD NE:\n NE="a,b=", P')).toEqual({ begun: 'P', words: ['PORT='] });
  });

  it('knows words of fixed sets, also behind &', () => {
    expect(at('LST ALMAF: ALVL=ma')).toEqual({ begun: 'ma', words: ['MAJOR'] });
    expect(at('LST ALMAF: ALVL=MAJOR&c').words).toEqual(['CRITICAL']);
  });

  it('says where names of the system belong', () => {
    expect(at('DSP NE: NE=eN')).toEqual({ begun: 'eN', words: [], names: 'ne' });
    expect(at('DSP ALM: ID=')).toEqual({ begun: '', words: [], names: 'alarm' });
    expect(at('ADD NE: NE=').names).toBeUndefined();
  });

  it('offers nothing where it does not know the command', () => {
    expect(at('FOO BAR: X').words).toEqual([]);
    expect(at('LST NE: FOO=x').words).toEqual([]);
  });
});
