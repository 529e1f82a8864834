import type { ReportOrigin } from '../loss-tally.js';

/** A report that no link numbers. */
export const BY_TRAP: ReportOrigin = { source: 'snmp', from: '10.0.0.1' };
