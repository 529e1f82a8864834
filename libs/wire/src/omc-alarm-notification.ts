import {
  isNeId,
  isObjectName,
  ituSeverity,
  type RawState,
  type Severity,
  type SeverityOrCleared,
  severityOf,
} from '@omc/alarm';
import { MAX_TEXT_LENGTH } from './members.js';
import { type Parsed, refused } from './parsed.js';
import { formatInstant, parseInstant } from './rfc3339.js';
import { isUnstorable, safeText } from './safe-text.js';

/** The enterprise of the OMC's MIB (32473: the number for documentation, RFC 5612). */
export const OMC_ENTERPRISE = '1.3.6.1.4.1.32473.1';
/** The notification `omcAlarm`. */
export const OMC_ALARM = `${OMC_ENTERPRISE}.0.1`;

const OBJECTS = `${OMC_ENTERPRISE}.1`;

/** The varbinds of `omcAlarm`. */
export const omcAlarmOids = {
  ne: `${OBJECTS}.1.0`,
  object: `${OBJECTS}.2.0`,
  alarmId: `${OBJECTS}.3.0`,
  state: `${OBJECTS}.4.0`,
  time: `${OBJECTS}.5.0`,
  severity: `${OBJECTS}.6.0`,
  text: `${OBJECTS}.7.0`,
} as const;

/** BER tags of the types that varbinds of `omcAlarm` have. */
export const berTags = { integer: 2, octetString: 4 } as const;

/** One variable of a notification; `type` is its BER tag, octet strings may be bytes or text. */
export interface Varbind {
  readonly oid: string;
  readonly type: number;
  readonly value: unknown;
}

/** What an `omcAlarm` says. The hold-off goes by the arrival, `time` is what the sender's clock said. */
export interface OmcAlarm {
  /** Left out: the NE at the sender's address. */
  readonly ne?: string;
  readonly object: string;
  readonly alarmId: number;
  readonly state: RawState;
  readonly time?: number;
  readonly severity?: Severity;
  readonly text?: string;
}

/** Varbinds that say an alarm; without a severity an ok says `cleared`, a fault says none. */
export function encodeOmcAlarm(alarm: OmcAlarm): Varbind[] {
  const severity: SeverityOrCleared | undefined = alarm.state === 'ok' ? 'cleared' : alarm.severity;
  const varbinds: Varbind[] = [
    text(omcAlarmOids.object, alarm.object),
    integer(omcAlarmOids.alarmId, alarm.alarmId),
    integer(omcAlarmOids.state, alarm.state === 'fault' ? 1 : 2),
  ];
  if (alarm.ne !== undefined) varbinds.unshift(text(omcAlarmOids.ne, alarm.ne));
  if (alarm.time !== undefined) varbinds.push(text(omcAlarmOids.time, formatInstant(alarm.time)));
  if (severity !== undefined) varbinds.push(integer(omcAlarmOids.severity, ituSeverity[severity]));
  if (alarm.text !== undefined) varbinds.push(text(omcAlarmOids.text, alarm.text));
  return varbinds;
}

/** Reads the varbinds of an `omcAlarm`, in any order; those it does not know are ignored. Reasons name the varbind. */
export function decodeOmcAlarm(varbinds: readonly Varbind[]): Parsed<OmcAlarm> {
  const reader = new VarbindReader(varbinds);
  const ne = reader.text('ne', 'an NE id: 1 to 64 of A-Z a-z 0-9 . _ -', isNeId);
  const object = reader.text('object', 'comma-joined Type=id pairs of at most 255 bytes, or empty', isObject);
  const alarmId = reader.integer('alarmId', 'an Integer32 from 0', (value) => value >= 0);
  const state = reader.integer('state', '1 (fault) or 2 (ok)', (value) => value === 1 || value === 2);
  const time = reader.text('time', 'an RFC 3339 time of the years 1970 to 9999', isInstant);
  const severity = reader.integer(
    'severity',
    '1 (cleared) to 6 (warning)',
    (value) => value >= 1 && value <= 6,
  );
  const words = reader.text('text', `at most ${MAX_TEXT_LENGTH} characters`, isShort);
  reader.require('object', object);
  reader.require('alarmId', alarmId);
  reader.require('state', state);
  if (state === 1 && severity === ituSeverity.cleared)
    reader.reason ??= 'severity must not be 1 (cleared) in a fault';
  if (reader.reason !== undefined) return refused(reader.reason);
  const named = severity === undefined ? undefined : severityOf(ituSeverity, severity);
  const message: OmcAlarm = {
    ...(ne !== undefined && { ne }),
    object: object ?? '',
    alarmId: alarmId ?? 0,
    state: state === 1 ? 'fault' : 'ok',
    ...(time !== undefined && { time: parseInstant(time) ?? 0 }),
    ...(named !== undefined && named !== 'cleared' && { severity: named }),
    ...(words !== undefined && { text: safeText(words) }),
  };
  return { ok: true, message };
}

type Name = keyof typeof omcAlarmOids;

/** Finds varbinds and keeps the first thing that is wrong. */
class VarbindReader {
  reason: string | undefined;
  readonly #byOid: ReadonlyMap<string, Varbind>;

  constructor(varbinds: readonly Varbind[]) {
    this.#byOid = new Map(varbinds.map((varbind) => [varbind.oid, varbind]));
  }

  require(name: Name, value: unknown): void {
    if (value === undefined) this.reason ??= `${name} (${omcAlarmOids[name]}) is missing`;
  }

  text(name: Name, mustBe: string, allowed: (value: string) => boolean): string | undefined {
    const varbind = this.#byOid.get(omcAlarmOids[name]);
    if (varbind === undefined) return undefined;
    const value = varbind.type === berTags.octetString ? textOf(varbind.value) : undefined;
    if (value !== undefined && allowed(value)) return value;
    this.reason ??= `${name} (${varbind.oid}) must be an OCTET STRING: ${mustBe}`;
    return undefined;
  }

  integer(name: Name, mustBe: string, allowed: (value: number) => boolean): number | undefined {
    const varbind = this.#byOid.get(omcAlarmOids[name]);
    if (varbind === undefined) return undefined;
    const value = varbind.type === berTags.integer ? varbind.value : undefined;
    if (typeof value === 'number' && Number.isInteger(value) && value < 2 ** 31 && allowed(value))
      return value;
    this.reason ??= `${name} (${varbind.oid}) must be an INTEGER: ${mustBe}`;
    return undefined;
  }
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : undefined;
}

function isObject(value: string): boolean {
  return isObjectName(value) && !isUnstorable(value);
}

function isInstant(value: string): boolean {
  return parseInstant(value) !== undefined;
}

function isShort(value: string): boolean {
  return value.length <= MAX_TEXT_LENGTH;
}

function text(oid: string, value: string): Varbind {
  return { oid, type: berTags.octetString, value };
}

function integer(oid: string, value: number): Varbind {
  return { oid, type: berTags.integer, value };
}
