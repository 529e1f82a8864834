import { Command } from 'commander';
import { httpUrl, ipv4, speed, whole } from '../option-values.js';
import { faultFacts } from '../physics/fault-facts.js';
import { faultKinds } from '../physics/physical-fault.js';

/** How a scenario is to be played. */
export interface ScenarioOptions {
  /** Seed of a scenario by chance. */
  readonly random?: number;
  readonly nes?: number;
  readonly cells?: number;
  readonly seed?: number;
  /** Of a scenario by chance. */
  readonly faults: number;
  readonly speed: number;
  /** File for the truth. */
  readonly truth?: string;
  readonly dry: boolean;
  readonly end: boolean;
  readonly base: string;
  readonly port: number;
  /** Address of the OMC to register with. */
  readonly register?: string;
  readonly user: string;
  readonly demo: boolean;
  /** What the OMC calls itself. */
  readonly omc: string;
}

const EXPLANATION = `
A scenario is a YAML file: a network, and faults that befall it at given seconds.

  title: A hub dies while a fibre is cut
  network: { seed: 7, nes: 30, cells: 3 }
  steps:
    - { at: 10, fault: hub-dead, where: network//Hub=2, lasts: 600 }
    - { at: 60, fault: fibre-cut, where: { branch: hot-ring }, count: 5, within: 30, lasts: [60, 120] }

  at      seconds after the beginning
  fault   what breaks (below)
  where   NE//OBJECT, or by chance: anywhere, or within any of ne, hub, site, branch (chain, hot-ring, cold-ring)
  count   so many of them, each somewhere else by chance, within so many seconds (1, 0)
  lasts   seconds, [at least, at most], or forever; else as usual for the fault
  vswrSwitch  of vswr-high: on shuts the channel off, off (default) lowers its output
  battery     of mains-failed: seconds until the battery is empty (120)

Faults:
${faultKinds.map((kind) => `  ${kind.padEnd(20)}${faultFacts[kind].title}`).join('\n')}

The truth is written as lines of JSON: first the faults, then for each alarm condition, and each time that it became
another: which faults cause it, whether it is a root or a symptom, and which alarms stand for its root cause.
--dry prints the reports and changes of links, too, in a time that begins in 1970 and takes no time.

The password for --register comes from the environment: OMC_PASSWORD, else OMC_ADMIN_PASSWORD.

Examples:
  simulator scenario apps/simulator/scenarios/hub-dead.yaml --register http://127.0.0.1:3000 --truth truth.ndjson
  simulator scenario apps/simulator/scenarios/mixed-storm.yaml --dry
  simulator scenario --random 42 --nes 100 --faults 5 --dry --truth truth.ndjson
`;

/** The command line of a scenario; reading it ends the process where it is wrong or asks for help, unless told otherwise. */
export function scenarioCommandLine(): Command {
  return new Command('simulator scenario')
    .description('Lets chosen faults befall a simulated network, and tells what is true of each alarm.')
    .argument('[file]', 'the scenario; none with --random')
    .option('--random <seed>', 'faults by chance instead of a file', whole(0, 2 ** 32 - 1))
    .option('--faults <count>', 'with --random: how many', whole(1, 1000), 3)
    .option('--nes <count>', 'how many eNodeBs, instead of what the file says (50)', whole(1, 20_000))
    .option('--cells <count>', 'cells of each eNodeB, instead of what the file says (3)', whole(1, 12))
    .option(
      '--seed <number>',
      'what network and what chance, instead of what the file says',
      whole(0, 2 ** 32 - 1),
    )
    .option('--speed <factor>', 'how fast the time of the scenario passes', speed, 1)
    .option('--truth <file>', 'write the truth there')
    .option('--dry', 'no eNodeBs and no OMC: print what would happen, at once', false)
    .option('--end', 'end when all is over and the OMC has acknowledged everything', false)
    .option('--base <address>', 'IPv4 address before that of the first eNodeB', ipv4, '127.1.0.0')
    .option('--port <port>', 'TCP port of all eNodeBs', whole(1, 65_535), 9001)
    .option('--register <url>', 'register the eNodeBs with the OMC there, for which it waits', httpUrl)
    .option('--user <name>', 'user for --register', 'admin')
    .option('--demo', 'with --register: shorten windows of 90 s that nobody has changed', false)
    .option('--omc <name>', 'what the OMC calls itself in alarm 90003', 'omc')
    .addHelpText('after', EXPLANATION)
    .allowExcessArguments(false);
}
