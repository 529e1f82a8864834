import { Command, InvalidArgumentError } from 'commander';
import { httpUrl, ipv4, whole } from '../option-values.js';
import { type AlarmMap, readAlarmMap } from './alarm-mapping.js';

/** How a log is to be replayed. */
export interface ReplayOptions {
  /** Rows of the log; all of them where it is not named. */
  readonly limit?: number;
  /** When the first alarm of the log began. */
  readonly start?: number;
  /** When the last one ended; now, where neither is named. */
  readonly end?: number;
  /** Address of the OMC to register with. */
  readonly register?: string;
  readonly user: string;
  readonly alarmMap?: AlarmMap;
  readonly base: string;
  readonly port: number;
  readonly quiet: boolean;
}

const EXPLANATION = `
The file has a heading and the columns alarm_id, device_id, start_timestamp, end_timestamp: whole numbers, times in
seconds. Each device becomes an eNodeB eNB-R-<device_id>. When the OMC dials it, it has the whole log to tell, as after
an outage, with the log's own times, moved so that the log ends now. Alarms of one device and number that overlap
become one fault. It ends when the OMC has acknowledged everything. An OMC should get a log once: what is older than
what it has decided comes too late.

The password for --register comes from the environment: OMC_PASSWORD, else OMC_ADMIN_PASSWORD.

Examples:
  simulator replay alarms.csv --register http://127.0.0.1:3000
  simulator replay alarms.csv --limit 1000 --alarm-map '0=29240,7=25888,*=29201' --register http://127.0.0.1:3000
`;

/** The command line of a replay; reading it ends the process where it is wrong or asks for help, unless told otherwise. */
export function replayCommandLine(): Command {
  return new Command('simulator replay')
    .description('Lets simulated eNodeBs tell an OMC what stands in an alarm log.')
    .argument('<file>', 'the log, as comma-separated values')
    .option('--limit <rows>', 'only so many rows', whole(1, Number.MAX_SAFE_INTEGER))
    .option('--start <time>', 'when the log begins, such as 2026-01-01T00:00:00Z', instant)
    .option('--end <time>', 'when the log ends, instead of now', instant)
    .option('--register <url>', 'register the eNodeBs with the OMC there, for which it waits', httpUrl)
    .option('--user <name>', 'user for --register', 'admin')
    .option(
      '--alarm-map <pairs>',
      'which alarm type stands for which alarm_id, * for all others (default: spread over all types)',
      alarmMap,
    )
    .option('--base <address>', 'IPv4 address before that of the first eNodeB', ipv4, '127.2.0.0')
    .option('--port <port>', 'TCP port of all eNodeBs', whole(1, 65_535), 9001)
    .option('--quiet', 'only the result', false)
    .addHelpText('after', EXPLANATION)
    .allowExcessArguments(false);
}

function instant(text: string): number {
  const at = Date.parse(text);
  if (/^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(at)) return at;
  throw new InvalidArgumentError('It must be a time such as 2026-01-01T00:00:00Z.');
}

function alarmMap(text: string): AlarmMap {
  const map = readAlarmMap(text);
  if (map !== undefined) return map;
  throw new InvalidArgumentError(
    'It must be pairs of an alarm_id, or *, and an alarm type: 0=29240,*=29201.',
  );
}
