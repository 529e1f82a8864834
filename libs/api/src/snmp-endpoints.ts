import { pageOf } from './alarm-query.js';
import type { Endpoint } from './endpoint.js';
import { pageQuery } from './page-query.js';
import { snmpUserPost, snmpUserResource } from './snmp-user-resource.js';
import {
  trapDryRunPost,
  trapDryRunResource,
  trapMappingResource,
  unmappedTrapResource,
} from './trap-resource.js';
import { trapRule } from './trap-rule.js';

/** What REST does about SNMP: users of version 3, what notifications mean, and what nothing maps. */
export const snmpEndpoints = {
  listSnmpUsers: {
    method: 'GET',
    path: '/snmp-users',
    role: 'engineer',
    summary: 'The users of SNMPv3 whose notifications are accepted; never their passwords',
    query: pageQuery,
    answers: { status: 200, schema: pageOf(snmpUserResource) },
  },
  addSnmpUser: {
    method: 'POST',
    path: '/snmp-users',
    role: 'engineer',
    wholeNetwork: true,
    summary: 'Accept a user of SNMPv3 (authPriv) from now on',
    body: snmpUserPost,
    refuses: [409],
    answers: { status: 201, schema: snmpUserResource },
  },
  removeSnmpUser: {
    method: 'DELETE',
    path: '/snmp-users/:user',
    role: 'engineer',
    wholeNetwork: true,
    summary: 'Accept a user of SNMPv3 no longer',
    refuses: [404, 409],
    answers: { status: 204 },
  },
  listUnmappedTraps: {
    method: 'GET',
    path: '/traps/unmapped',
    role: 'viewer',
    wholeNetwork: true,
    summary:
      'Notifications that nothing maps, or whose NE is not known, by source and kind; the last heard first',
    query: pageQuery,
    answers: { status: 200, schema: pageOf(unmappedTrapResource) },
  },
  listTrapMappings: {
    method: 'GET',
    path: '/traps/mappings',
    role: 'viewer',
    summary: 'What notifications mean: the rules in the order in which they are asked',
    query: pageQuery,
    answers: { status: 200, schema: pageOf(trapMappingResource) },
  },
  addTrapMapping: {
    method: 'POST',
    path: '/traps/mappings',
    role: 'engineer',
    wholeNetwork: true,
    summary: 'Add a rule for notifications, written as in config/traps.yaml; it is asked before all others',
    body: trapRule,
    refuses: [409],
    answers: { status: 201, schema: trapMappingResource },
  },
  removeTrapMapping: {
    method: 'DELETE',
    path: '/traps/mappings/:name',
    role: 'engineer',
    wholeNetwork: true,
    summary: 'Remove a rule that was added',
    refuses: [404, 409],
    answers: { status: 204 },
  },
  dryRunTrap: {
    method: 'POST',
    path: '/traps/dry-run',
    role: 'viewer',
    wholeNetwork: true,
    summary: 'What a notification would become, and by which rule; nothing is reported',
    body: trapDryRunPost,
    answers: { status: 200, schema: trapDryRunResource },
  },
} as const satisfies Record<string, Endpoint>;
