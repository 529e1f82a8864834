export { type LoadedCatalogue, loadCatalogue } from './load-catalogue.js';
export { loadSnmpUsers } from './load-snmp-users.js';
export { type KnownOids, type LoadedTrapMap, loadTrapMap } from './load-trap-map.js';
export { loadMibs } from './mib/load-mibs.js';
