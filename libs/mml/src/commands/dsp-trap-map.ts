import type { TriedNotification } from '../backend.js';
import { upper } from '../letter-case.js';
import type { Column, Row } from '../report/result-table.js';
import { defineCommand } from '../table/command-spec.js';
import { failure } from '../table/outcome.js';
import { readCaptured } from './captured-notification.js';
import { refuse } from './refuse.js';

const LONGEST = 16_384;

/** Shows what a notification would become by the rules in force. */
export const dspTrapMap = defineCommand(
  {
    verb: 'DSP',
    object: 'TRAPMAP',
    title: { en: 'Try the mapping of an SNMP notification', zh: '试算SNMP通知映射' },
    role: 'viewer',
    parameters: [
      { name: 'OID', type: { kind: 'string', max: 400 }, help: 'The notification; else snmpTrapOID.0 of VB' },
      {
        name: 'VB',
        type: { kind: 'string', max: LONGEST },
        default: '',
        help: 'Varbinds: OID=value, joined by semicolons',
      },
      { name: 'SRC', type: { kind: 'host' }, default: '127.0.0.1', help: 'Address of the sender' },
    ],
    atLeastOneOf: ['OID', 'VB'],
    notes: [
      'VB is also read as net-snmp prints it with -On, such as a line of snmptrapd.',
      'Nothing is reported, and who may send it is not looked at.',
    ],
    example: 'DSP TRAPMAP: OID="1.3.6.1.6.3.1.1.5.3", VB="1.3.6.1.2.1.2.2.1.1.4=4", SRC=192.0.2.1;',
  },
  async ({ OID, VB, SRC: source }, { backend }) => {
    const captured = readCaptured(VB);
    if (!captured.ok) return failure('outOfRange', `VB ${captured.reason}`);
    const notification = OID?.replace(/^\./, '') ?? captured.notification;
    if (notification === undefined)
      return failure('missing', 'OID is missing, and VB has no snmpTrapOID.0 (1.3.6.1.6.3.1.1.4.1.0)');
    const tried = await backend.tryNotification({ notification, varbinds: captured.varbinds, source });
    if (!tried.ok) return refuse(tried);
    return {
      ok: true,
      table: { title: 'What the notification becomes', columns, rows: [rowOf(tried.value)] },
    };
  },
);

const columns: readonly Column[] = [
  { key: 'LEADS', title: 'Leads to' },
  { key: 'RULE', title: 'Rule' },
  { key: 'NE', title: 'NE' },
  { key: 'OBJ', title: 'Object' },
  { key: 'AID', title: 'Alarm ID' },
  { key: 'STATE', title: 'State' },
  { key: 'ALVL', title: 'Severity' },
  { key: 'TEXT', title: 'Text' },
  { key: 'WHY', title: 'Why' },
];

function rowOf({ leads, rule, ne, reason, detail, report }: TriedNotification): Row {
  const why = [reason, detail].filter((each) => each !== null).join(': ');
  return {
    LEADS: upper(leads),
    RULE: rule,
    NE: ne,
    OBJ: report?.object ?? null,
    AID: report?.alarmId ?? null,
    STATE: report === null ? null : upper(report.state),
    ALVL: report?.severity == null ? null : upper(report.severity),
    TEXT: report?.text ?? null,
    WHY: why === '' ? null : why,
  };
}
