import { lstAlmAf } from './commands/active-alarms.js';
import { lstAlmFilter, rmvAlmFilter, setAlmFilter } from './commands/alm-filter.js';
import { setAlmLvl } from './commands/alm-lvl.js';
import { lstAlmShld, rmvAlmShld, setAlmShld } from './commands/alm-shld.js';
import { dspAlmFilter } from './commands/dsp-alm-filter.js';
import { dspTrapMap } from './commands/dsp-trap-map.js';
import { helpOn } from './commands/help.js';
import { lgi, lgo } from './commands/login.js';
import { addNe, dspNe, lstNe, rmvNe } from './commands/nes.js';
import { addSnmpUsr, lstSnmpUsr, rmvSnmpUsr } from './commands/snmp-users.js';
import type { TableCommand } from './table/command-spec.js';

/** Every command there is, in the order in which HLP and the documentation list them. */
export const commandTable: readonly TableCommand[] = [
  setAlmFilter,
  lstAlmFilter,
  dspAlmFilter,
  rmvAlmFilter,
  lstAlmAf,
  setAlmShld,
  lstAlmShld,
  rmvAlmShld,
  setAlmLvl,
  lstNe,
  dspNe,
  addNe,
  rmvNe,
  dspTrapMap,
  lstSnmpUsr,
  addSnmpUsr,
  rmvSnmpUsr,
  lgi,
  lgo,
  helpOn(() => commandTable),
];
