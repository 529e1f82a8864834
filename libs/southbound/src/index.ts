export * from './ne-link/link-certificates.js';
export * from './ne-link/link-dependencies.js';
export * from './ne-link/link-status.js';
export * from './ne-link/ne-links.js';
export * from './snmp/ne-directory.js';
export * from './snmp/trap-dependencies.js';
export * from './snmp/trap-reading.js';
export * from './snmp/trap-receiver.js';
