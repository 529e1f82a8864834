import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { OMC_ALARM } from '@omc/wire';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const translate = (name: string) =>
  run(
    'snmptranslate',
    ['-M', 'config:node_modules/net-snmp/lib/mibs', '-m', 'OMC-ALARM-MIB', '-On', `OMC-ALARM-MIB::${name}`],
    { cwd: root },
  );

describe('the MIB module of the OMC', () => {
  it.each([
    ['omcAlarm', OMC_ALARM],
    ['omcAlarmNe.0', '1.3.6.1.4.1.32473.1.1.1.0'],
  ])('names %s in net-snmp, without a warning', async (name, oid) => {
    expect(await translate(name)).toEqual({ stdout: `.${oid}\n`, stderr: '' });
  });
});
