import { Command } from 'commander';
import { httpUrl, ipv4, speed, whole } from './option-values.js';

/** What the simulator is asked to do. */
export interface CommandLine {
  readonly nes: number;
  readonly seed: number;
  readonly speed: number;
  readonly cells: number;
  readonly base: string;
  readonly port: number;
  /** Address of the OMC to register with. */
  readonly register?: string;
  readonly user: string;
  readonly demo: boolean;
  /** 0: no traps. */
  readonly trapPort: number;
  readonly quiet: boolean;
}

const EXAMPLES = `
Each eNodeB listens on a loopback address of its own and waits for the OMC to connect. Faults begin, take their
effects along in a realistic order, are repaired, and end. The same seed gives the same network and faults.
One eNodeB in ten reports one alarm type by SNMP trap instead of over its link.

With "scenario FILE" in place of options it lets chosen faults befall a network, and tells what is true of each alarm:
see "scenario --help". With "replay FILE" in place of options it tells an OMC what stands in an alarm log: see "replay --help".

The password for --register comes from the environment: OMC_PASSWORD, else OMC_ADMIN_PASSWORD.

Examples:
  simulator --register http://127.0.0.1:3000 --demo    50 eNodeBs for the OMC on this machine, short windows
  simulator --nes 2000 --speed 5 --quiet               2,000 eNodeBs with five times as many faults
`;

/** The command line; reading it ends the process where it is wrong or asks for help, unless told otherwise. */
export function commandLine(): Command {
  return new Command('simulator')
    .description('A simulated network of eNodeBs that report faults to an OMC.')
    .option('--nes <count>', 'how many eNodeBs', whole(1, 20_000), 50)
    .option('--seed <number>', 'what network and which faults', whole(0, 2 ** 32 - 1), 1)
    .option('--speed <factor>', 'how fast faults come and go; times on the wire stay real', speed, 1)
    .option('--cells <count>', 'cells of each eNodeB', whole(1, 12), 3)
    .option('--base <address>', 'IPv4 address before that of the first eNodeB', ipv4, '127.1.0.0')
    .option('--port <port>', 'TCP port of all eNodeBs', whole(1, 65_535), 9001)
    .option('--register <url>', 'register the eNodeBs with the OMC there, for which it waits', httpUrl)
    .option('--user <name>', 'user for --register', 'admin')
    .option('--demo', 'with --register: shorten windows of 90 s that nobody has changed', false)
    .option(
      '--trap-port <port>',
      'UDP port of 127.0.0.1 for SNMP traps; 0: send none',
      whole(0, 65_535),
      1162,
    )
    .option('--quiet', 'no summary every 30 s', false)
    .addHelpText('after', EXAMPLES)
    .allowExcessArguments(false);
}
