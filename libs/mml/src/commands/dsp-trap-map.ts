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
    wholeNetwork: true,
    parameters: [
      {
        name: 'OID',
        type: { kind: 'string', max: 400 },
        help: {
          en: 'The notification; else snmpTrapOID.0 of VB',
          zh: '通知的OID；缺省取VB中的snmpTrapOID.0',
        },
      },
      {
        name: 'VB',
        type: { kind: 'string', max: LONGEST },
        default: '',
        help: { en: 'Varbinds: OID=value, joined by semicolons', zh: '变量绑定: OID=值，用分号连接' },
      },
      {
        name: 'SRC',
        type: { kind: 'host' },
        default: '127.0.0.1',
        help: { en: 'Address of the sender', zh: '发送方地址' },
      },
    ],
    atLeastOneOf: ['OID', 'VB'],
    notes: [
      {
        en: 'VB is also read as net-snmp prints it with -On, such as a line of snmptrapd.',
        zh: 'VB也可以是net-snmp以-On输出的形式，如snmptrapd的一行。',
      },
      {
        en: 'Nothing is reported, and who may send it is not looked at.',
        zh: '不会产生上报，也不检查发送者。',
      },
    ],
    example: 'DSP TRAPMAP: OID="1.3.6.1.6.3.1.1.5.3", VB="1.3.6.1.2.1.2.2.1.1.4=4", SRC=192.0.2.1;',
  },
  async ({ OID, VB, SRC: source }, { backend }) => {
    const captured = readCaptured(VB);
    if (!captured.ok)
      return failure('outOfRange', { en: `VB ${captured.reason.en}`, zh: `VB ${captured.reason.zh}` });
    const notification = OID?.replace(/^\./, '') ?? captured.notification;
    if (notification === undefined) return failure('missing', noOid);
    const tried = await backend.tryNotification({ notification, varbinds: captured.varbinds, source });
    if (!tried.ok) return refuse(tried);
    return {
      ok: true,
      table: {
        title: { en: 'What the notification becomes', zh: '通知的映射结果' },
        columns,
        rows: [rowOf(tried.value)],
      },
    };
  },
);

const noOid = {
  en: 'OID is missing, and VB has no snmpTrapOID.0 (1.3.6.1.6.3.1.1.4.1.0)',
  zh: '缺少 OID，且 VB 中没有 snmpTrapOID.0 (1.3.6.1.6.3.1.1.4.1.0)',
};

const columns: readonly Column[] = [
  { key: 'LEADS', title: { en: 'Leads to', zh: '结果' } },
  { key: 'RULE', title: { en: 'Rule', zh: '规则' } },
  { key: 'NE', title: { en: 'NE', zh: '网元' } },
  { key: 'OBJ', title: { en: 'Object', zh: '对象' } },
  { key: 'AID', title: { en: 'Alarm ID', zh: '告警ID' } },
  { key: 'STATE', title: { en: 'State', zh: '状态' } },
  { key: 'ALVL', title: { en: 'Severity', zh: '级别' } },
  { key: 'TEXT', title: { en: 'Text', zh: '文本' } },
  { key: 'WHY', title: { en: 'Why', zh: '原因' } },
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
