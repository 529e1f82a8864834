import { CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { commandLine } from './command-line.js';

function read(...words: string[]) {
  const written: string[] = [];
  const write = (text: string) => written.push(text);
  const command = commandLine().exitOverride().configureOutput({ writeOut: write, writeErr: write });
  try {
    return { options: command.parse(words, { from: 'user' }).opts(), written: '' };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { options: undefined, written: written.join('') };
  }
}

describe('the command line', () => {
  it('has a default for everything', () => {
    expect(read().options).toEqual({
      ...{ nes: 50, seed: 1, speed: 1, cells: 3, base: '127.1.0.0', port: 9001 },
      ...{ user: 'admin', demo: false, trapPort: 1162, quiet: false },
    });
  });

  it('takes everything that it explains', () => {
    const words = '--nes 2 --seed 9 --speed 0.5 --cells 6 --base 127.2.0.0 --port 9002 --trap-port 0 --demo';
    expect(read(...words.split(' '), '--register', 'http://h:1', '--user', 'u', '--quiet').options).toEqual({
      ...{ nes: 2, seed: 9, speed: 0.5, cells: 6, base: '127.2.0.0', port: 9002, trapPort: 0 },
      ...{ register: 'http://h:1', user: 'u', demo: true, quiet: true },
    });
  });

  it('explains all options and where the password comes from', () => {
    const { written } = read('--help');
    for (const option of [
      'nes',
      'seed',
      'speed',
      'cells',
      'base',
      'port',
      'register',
      'user',
      'demo',
      'trap-port',
    ])
      expect(written).toContain(`--${option} `);
    expect(written).toContain('OMC_PASSWORD, else OMC_ADMIN_PASSWORD');
  });

  it.each([
    ['--nes', '0', 'It must be a whole number from 1 to 20000.'],
    ['--nes', 'many', 'It must be a whole number from 1 to 20000.'],
    ['--speed', '-1', 'It must be a number from 0.01 to 1000.'],
    ['--base', 'localhost', 'It must be an IPv4 address.'],
    ['--register', '127.0.0.1:3000', 'It must be an address such as http://127.0.0.1:3000.'],
  ])('refuses %s %s and says what is allowed', (option, value, reason) => {
    expect(read(option, value).written).toContain(reason);
  });
});
