import type { Catalogue } from '@omc/alarm';
import type { SnmpUserPost } from '@omc/api';
import type { Logger } from 'pino';
import type { Configuration } from './configuration/configuration.js';
import type { Database } from './database.js';
import type { SystemTime } from './time/system-time.js';
import type { TrapRules } from './traps/trap-rules.js';

/** What the OMC is started with. */
export interface OmcParts {
  readonly configuration: Configuration;
  readonly database: Pick<Database, 'url' | 'ownerUrl'>;
  readonly catalogue: Catalogue;
  readonly trapRules: TrapRules;
  /** Users of SNMPv3 that a file names: they are as it says. */
  readonly snmpUsers: readonly SnmpUserPost[];
  readonly time: SystemTime;
  readonly log: Logger;
  /** Shows the generated password, once. */
  readonly onPassword: (password: string) => void;
  /** The OMC cannot go on: another writer has taken over, or the database refuses a batch for good. */
  readonly onFatal: (error: unknown) => void;
}
