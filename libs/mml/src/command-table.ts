import { lstAlmAf, lstAlmLog } from './commands/alarm-lists.js';
import { ackAlm, clrAlm, cmtAlm, uakAlm } from './commands/alm-actions.js';
import { lstAlmFilter, setAlmFilter } from './commands/alm-filter.js';
import { setAlmLvl } from './commands/alm-lvl.js';
import { stpAlmRpt, strAlmRpt } from './commands/alm-rpt.js';
import { lstAlmShld, rmvAlmShld, setAlmShld } from './commands/alm-shld.js';
import { dspAlm } from './commands/dsp-alm.js';
import { dspAlmFilter } from './commands/dsp-alm-filter.js';
import { dspAlmPend } from './commands/dsp-alm-pend.js';
import { dspTrapMap } from './commands/dsp-trap-map.js';
import { expAlmLog } from './commands/exp-alm-log.js';
import { helpOn } from './commands/help.js';
import { lgi, lgo } from './commands/login.js';
import { lstAlmInf } from './commands/lst-alm-inf.js';
import { lstAlmStat } from './commands/lst-alm-stat.js';
import { lstAudit } from './commands/lst-audit.js';
import { addNe, dspNe, lstNe, rmvNe } from './commands/nes.js';
import { rmvAlmFilter } from './commands/rmv-alm-filter.js';
import { setLang } from './commands/set-lang.js';
import { addSnmpUsr, lstSnmpUsr, rmvSnmpUsr } from './commands/snmp-users.js';
import { strAlmSyn } from './commands/str-alm-syn.js';
import { addUser, lstUser, rmvUser } from './commands/users.js';
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
  lstAlmLog,
  dspAlm,
  ackAlm,
  uakAlm,
  clrAlm,
  cmtAlm,
  lstAlmStat,
  dspAlmPend,
  strAlmRpt,
  stpAlmRpt,
  expAlmLog,
  lstAlmInf,
  setAlmLvl,
  lstNe,
  dspNe,
  addNe,
  rmvNe,
  strAlmSyn,
  dspTrapMap,
  lstSnmpUsr,
  addSnmpUsr,
  rmvSnmpUsr,
  lstUser,
  addUser,
  rmvUser,
  lstAudit,
  lgi,
  lgo,
  setLang,
  helpOn(() => commandTable),
];
