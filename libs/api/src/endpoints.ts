import { z } from 'zod';
import { alarmActionEndpoints } from './alarm-action-endpoints.js';
import { alarmExportQuery } from './alarm-export.js';
import { alarmQuery, pageOf } from './alarm-query.js';
import { alarmLogEntry, alarmResource, alarmSummary } from './alarm-resource.js';
import { alarmTypePatch, alarmTypeResource } from './alarm-type-resource.js';
import { conditionQuery, conditionResource } from './condition-resource.js';
import { dryRunPost, dryRunResource } from './dry-run-resource.js';
import type { Endpoint } from './endpoint.js';
import { explanationResource } from './explanation-resource.js';
import { facetQuery, facetResource } from './facet-resource.js';
import { filterAdviceQuery, filterAdviceResource } from './filter-advice-resource.js';
import { filterPut, filterResource, filterScope } from './filter-resource.js';
import { ledgerQuery, ledgerResource } from './ledger-resource.js';
import { logLevelResource } from './log-level.js';
import { mmlPost, mmlResource } from './mml-resource.js';
import { nePatch, nePost, neResource } from './ne-resource.js';
import { noteEndpoints } from './note-endpoints.js';
import { overviewEndpoints } from './overview-endpoints.js';
import { pageQuery } from './page-query.js';
import { peopleEndpoints } from './people-endpoints.js';
import { sessionEndpoints } from './session-endpoints.js';
import { settingsEndpoints } from './settings-endpoints.js';
import { shelfEndpoints } from './shelf-endpoints.js';
import { snmpEndpoints } from './snmp-endpoints.js';
import { tokenEndpoints } from './token-endpoints.js';
import {
  lineAnswer,
  topologyLine,
  topologyPut,
  topologyPutResource,
  topologyResource,
} from './topology-resource.js';
import { viewEndpoints } from './view-endpoints.js';

const MiB = 2 ** 20;

/** Every operation below `/api/v1`. */
export const endpoints = {
  ...sessionEndpoints,
  ...peopleEndpoints,
  listAlarms: {
    method: 'GET',
    path: '/alarms',
    role: 'viewer',
    summary: 'Alarms that match a filter, by pages',
    query: alarmQuery,
    answers: { status: 200, schema: pageOf(alarmResource) },
  },
  summariseAlarms: {
    method: 'GET',
    path: '/alarms/summary',
    role: 'viewer',
    summary: 'Counts over everything active',
    answers: { status: 200, schema: alarmSummary },
  },
  countFacets: {
    method: 'GET',
    path: '/alarms/facets',
    role: 'viewer',
    summary: 'How many of the alarms that match a filter are of each severity, type, NE, site, subnet, role',
    query: facetQuery,
    answers: { status: 200, schema: facetResource },
  },
  exportAlarms: {
    method: 'GET',
    path: '/alarms/export',
    role: 'viewer',
    summary: 'All alarms that match a filter, as a file, streamed; no cell of a CSV can start a formula',
    query: alarmExportQuery,
    answers: { status: 200, schema: z.array(alarmResource), otherTypes: ['text/csv'] },
  },
  readAlarm: {
    method: 'GET',
    path: '/alarms/:id',
    role: 'viewer',
    summary: 'One alarm',
    refuses: [404],
    answers: { status: 200, schema: alarmResource },
  },
  readAlarmLog: {
    method: 'GET',
    path: '/alarms/:id/log',
    role: 'viewer',
    summary: 'Every change of an alarm, oldest first',
    refuses: [404],
    answers: { status: 200, schema: z.object({ items: z.array(alarmLogEntry) }) },
  },
  explainAlarm: {
    method: 'GET',
    path: '/alarms/:id/explanation',
    role: 'viewer',
    summary: 'Why an alarm is there: its roots, the way to the first of them, its symptoms',
    refuses: [404],
    answers: { status: 200, schema: explanationResource },
  },
  ...alarmActionEndpoints,
  ...noteEndpoints,
  ...settingsEndpoints,
  listAlarmTypes: {
    method: 'GET',
    path: '/alarm-types',
    role: 'viewer',
    summary: 'The alarm catalogue, by pages',
    query: pageQuery,
    answers: { status: 200, schema: pageOf(alarmTypeResource) },
  },
  changeAlarmType: {
    method: 'PATCH',
    path: '/alarm-types/:alarmId',
    role: 'engineer',
    wholeNetwork: true,
    summary: 'Set the severity of alarms raised from now on, or from how many active alarms 90001 is raised',
    body: alarmTypePatch,
    refuses: [404, 409],
    answers: { status: 200, schema: alarmTypeResource },
  },
  listConditions: {
    method: 'GET',
    path: '/conditions',
    role: 'viewer',
    summary: 'Supervised keys with an open matter, by pages: in a window, or alarmed',
    query: conditionQuery,
    answers: { status: 200, schema: pageOf(conditionResource) },
  },
  listNes: {
    method: 'GET',
    path: '/nes',
    role: 'viewer',
    summary: 'The registered NEs, by pages',
    query: pageQuery,
    answers: { status: 200, schema: pageOf(neResource) },
  },
  addNe: {
    method: 'POST',
    path: '/nes',
    role: 'engineer',
    summary: 'Register an NE',
    body: nePost,
    refuses: [409],
    answers: { status: 201, schema: neResource },
  },
  readNe: {
    method: 'GET',
    path: '/nes/:id',
    role: 'viewer',
    summary: 'One NE and its link',
    refuses: [404],
    answers: { status: 200, schema: neResource },
  },
  changeNe: {
    method: 'PATCH',
    path: '/nes/:id',
    role: 'engineer',
    summary: 'Change where an NE is reached',
    body: nePatch,
    refuses: [404, 409],
    answers: { status: 200, schema: neResource },
  },
  removeNe: {
    method: 'DELETE',
    path: '/nes/:id',
    role: 'engineer',
    summary: 'Remove an NE; its alarms are cleared',
    refuses: [404],
    answers: { status: 204 },
  },
  syncNe: {
    method: 'POST',
    path: '/nes/:id/sync',
    role: 'operator',
    summary: 'Ask an NE for all its faults now, and reconcile',
    refuses: [404, 409],
    answers: { status: 200, schema: neResource },
  },
  addNes: {
    method: 'POST',
    path: '/nes/bulk',
    role: 'engineer',
    summary: 'Register many NEs, one a line; each line is answered by itself',
    body: nePost,
    lines: true,
    answers: { status: 200, schema: lineAnswer },
  },
  readTopology: {
    method: 'GET',
    path: '/nes/:id/topology',
    role: 'viewer',
    summary: 'What an NE (or network) and its objects require',
    refuses: [404],
    answers: { status: 200, schema: topologyResource },
  },
  putTopology: {
    method: 'PUT',
    path: '/nes/:id/topology',
    role: 'engineer',
    summary: 'Replace what an NE (or network) and its objects require',
    body: topologyPut,
    mostBytes: 4 * MiB,
    refuses: [404, 409, 412],
    answers: { status: 200, schema: topologyPutResource },
  },
  putTopologies: {
    method: 'POST',
    path: '/topology/bulk',
    role: 'engineer',
    summary: 'Replace the topologies of many NEs, one a line; each line is answered by itself',
    body: topologyLine,
    lines: true,
    mostBytes: 4 * MiB,
    answers: { status: 200, schema: lineAnswer },
  },
  listFilters: {
    method: 'GET',
    path: '/filters',
    role: 'viewer',
    summary: 'Every hold-off filter as it takes effect, by pages',
    query: pageQuery,
    answers: { status: 200, schema: pageOf(filterResource) },
  },
  putFilter: {
    method: 'PUT',
    path: '/filters',
    role: 'engineer',
    summary: 'Set the hold-off filter of a scope',
    body: filterPut,
    refuses: [404, 409],
    answers: { status: 200, schema: filterResource },
  },
  removeFilter: {
    method: 'DELETE',
    path: '/filters',
    role: 'engineer',
    summary: 'Back to the next less specific filter',
    query: filterScope,
    refuses: [404, 409],
    answers: { status: 204 },
  },
  dryRunFilter: {
    method: 'POST',
    path: '/filters/dry-run',
    role: 'viewer',
    summary: 'What a filter would have done to the stored reports, beside what was done',
    body: dryRunPost,
    refuses: [404, 409],
    answers: { status: 200, schema: dryRunResource },
  },
  adviseFilter: {
    method: 'GET',
    path: '/filters/advice',
    role: 'viewer',
    summary: 'Windows that suit the stored reports',
    query: filterAdviceQuery,
    refuses: [404, 409],
    answers: { status: 200, schema: filterAdviceResource },
  },
  ...shelfEndpoints,
  ...snmpEndpoints,
  ...overviewEndpoints,
  ...tokenEndpoints,
  ...viewEndpoints,
  readLedger: {
    method: 'GET',
    path: '/ledger',
    role: 'viewer',
    wholeNetwork: true,
    summary: 'What came in and was not processed, by sender and reason; the last heard first',
    query: ledgerQuery,
    answers: { status: 200, schema: ledgerResource },
  },
  readLogLevel: {
    method: 'GET',
    path: '/settings/log-level',
    role: 'admin',
    summary: 'From which level on the OMC writes to its log',
    answers: { status: 200, schema: logLevelResource },
  },
  setLogLevel: {
    method: 'PUT',
    path: '/settings/log-level',
    role: 'admin',
    wholeNetwork: true,
    summary: 'Write to the log from another level on, until the next start',
    body: logLevelResource,
    answers: { status: 200, schema: logLevelResource },
  },
  runMml: {
    method: 'POST',
    path: '/mml',
    role: 'viewer',
    summary: 'Run MML commands',
    body: mmlPost,
    answers: { status: 200, schema: mmlResource },
  },
} as const satisfies Record<string, Endpoint>;
