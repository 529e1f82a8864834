import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadMibs } from './load-mibs.js';
import { oidsOfNames } from './oids-of-names.js';
import { readMibs } from './read-mib.js';

const named = (...texts: string[]) => oidsOfNames(texts.flatMap(readMibs));
const module = (name: string, body: string) => `${name} DEFINITIONS ::= BEGIN ${body} END\n`;

describe('the names of MIB files', () => {
  it('are those of the module of the OMC, and of the modules that net-snmp brings', async () => {
    const own = await loadMibs(fileURLToPath(new URL('../../../../config', import.meta.url)));
    expect(own.faults).toEqual([]);
    expect(own.oids.get('omcAlarm')).toBe('1.3.6.1.4.1.32473.1.0.1');
    expect(own.oids.get('omcAlarmText')).toBe('1.3.6.1.4.1.32473.1.1.7');
    const theirs = await loadMibs(
      fileURLToPath(new URL('../../../../node_modules/net-snmp/lib/mibs', import.meta.url)),
    );
    expect(theirs.faults).toEqual([]);
    expect(theirs.oids.get('ifIndex')).toBe('1.3.6.1.2.1.2.2.1.1');
    expect(theirs.oids.get('linkDown')).toBe('1.3.6.1.6.3.1.1.5.3');
    expect(theirs.oids.get('snmpTrapOID')).toBe('1.3.6.1.6.3.1.1.4.1');
  });

  it('may stand below names of other modules, in any order of the files', () => {
    const product = module(
      'PRODUCT-MIB',
      'IMPORTS acme, OBJECT-TYPE FROM ACME-MIB; fan OBJECT IDENTIFIER ::= { acme 7 }',
    );
    const acme = module(
      'ACME-MIB',
      'IMPORTS enterprises FROM SNMPv2-SMI; acme OBJECT IDENTIFIER ::= { enterprises 9999 }',
    );
    expect(named(product, acme)).toEqual({
      oids: new Map([
        ['fan', '1.3.6.1.4.1.9999.7'],
        ['acme', '1.3.6.1.4.1.9999'],
      ]),
      faults: [],
    });
  });

  it('are read past comments, strings, types and paths with numbers in brackets', () => {
    const { oids, faults } = named(
      module(
        'A-MIB',
        `-- a OBJECT IDENTIFIER ::= { iso 9 }
         a MODULE-IDENTITY DESCRIPTION "b OBJECT IDENTIFIER ::= { iso 8 } -- " ::= { iso org(3) 6 }
         Row ::= SEQUENCE { c OBJECT IDENTIFIER, d INTEGER }
         c OBJECT-TYPE SYNTAX OBJECT IDENTIFIER ::= { a 1 }
         e NOTIFICATION-TYPE OBJECTS { c } ::= { a 0 2 }
         f TRAP-TYPE ENTERPRISE a VARIABLES { c } ::= 5
         g OBJECT IDENTIFIER ::= { 2 5 }`,
      ),
    );
    expect(faults).toEqual([]);
    expect(Object.fromEntries(oids)).toEqual({
      a: '1.3.6',
      c: '1.3.6.1',
      e: '1.3.6.0.2',
      f: '1.3.6.0.5',
      g: '2.5',
    });
  });

  it('without a known parent are told, and kill nothing where they go in circles', () => {
    const { oids, faults } = named(
      module(
        'A-MIB',
        'IMPORTS x FROM X-MIB; a OBJECT IDENTIFIER ::= { x 1 } b OBJECT IDENTIFIER ::= { c 1 } c OBJECT IDENTIFIER ::= { b 1 }',
      ),
    );
    expect(oids.size).toBe(0);
    expect(faults).toEqual([
      'A-MIB: a: x of module X-MIB is not known',
      'A-MIB: b: c is not known',
      'A-MIB: c: b is not known',
    ]);
  });

  it('are read in one go, whatever the text', () => {
    for (const piece of ['A', 'a', ' ', 'a ', 'A MACRO ::= BEGIN ', '{', '"', '--', '::=', 'a OBJECT-TYPE '])
      expect(readMibs(piece.repeat(200_000))).toEqual([]);
  });

  it('of files that are none are told with the file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'omc-mibs-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(
      join(folder, 'garbage.mib'),
      Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)),
    );
    await writeFile(join(folder, 'other.yaml'), 'not looked at');
    expect((await loadMibs(folder)).faults).toEqual(['garbage.mib: holds no MIB module']);
    expect((await loadMibs(join(folder, 'nowhere'))).faults[0]).toContain('ENOENT');
  });
});
