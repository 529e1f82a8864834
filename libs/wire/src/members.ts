import { type Info, isNeId, isObjectName, type RawState, type Severity, severities } from '@omc/alarm';
import { parseInstant } from './rfc3339.js';
import { isUnstorable, MAX_INFO_DEPTH, safeInfo, safeText } from './safe-text.js';

/** The longest text of a report, in UTF-16 code units. */
export const MAX_TEXT_LENGTH = 4096;
/** The largest info of a report, in bytes of its JSON. */
export const MAX_INFO_BYTES = 16 * 1024;

const MAX_ALARM_ID = 2 ** 31 - 1;
const MAX_EPOCH_LENGTH = 64;
const CONTROL = /\p{Cc}/u;

type Source = Readonly<Record<string, unknown>>;

/**
 * Reads the members of one JSON object. The first one that is wrong is kept as the `reason`; reading goes on
 * with a stand-in, so that a message is checked from top to bottom without a branch after each member.
 */
export class Members {
  reason: string | undefined;
  readonly #source: Source;
  readonly #path: string;

  /** `path` is put before names in reasons: `faults[3].`. */
  constructor(source: Source, path = '') {
    this.#source = source;
    this.#path = path;
  }

  /** Notes that a member is not what it must be. */
  refuse(name: string, mustBe: string): void {
    this.reason ??= `${this.#path}${name} must be ${mustBe}`;
  }

  /** Takes over what is wrong with a part. */
  adopt(part: Members): void {
    this.reason ??= part.reason;
  }

  raw(name: string): unknown {
    return this.#source[name];
  }

  whole(name: string, least: 0 | 1 = 0): number {
    const value = this.#source[name];
    // The addition turns -0, which JSON can say, into 0.
    if (Number.isSafeInteger(value) && (value as number) >= least) return (value as number) + 0;
    this.refuse(name, `a whole number from ${least} to 2^53-1`);
    return least;
  }

  alarmId(): number {
    const value = this.#source['alarmId'];
    if (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MAX_ALARM_ID)
      return (value as number) + 0;
    this.refuse('alarmId', 'a whole number from 0 to 2^31-1');
    return 0;
  }

  ne(): string {
    const value = this.#source['ne'];
    if (typeof value === 'string' && isNeId(value)) return value;
    this.refuse('ne', 'an NE id: 1 to 64 of A-Z a-z 0-9 . _ -');
    return '';
  }

  object(): string {
    const value = this.#source['object'];
    if (typeof value === 'string' && (value === '' || (isObjectName(value) && !isUnstorable(value))))
      return value;
    this.refuse('object', 'comma-joined Type=id pairs of at most 255 bytes, or empty for the NE itself');
    return '';
  }

  state(): RawState {
    const value = this.#source['state'];
    if (value === 'fault' || value === 'ok') return value;
    this.refuse('state', '"fault" or "ok"');
    return 'ok';
  }

  version(): 1 {
    if (this.#source['ver'] !== 1) this.refuse('ver', '1');
    return 1;
  }

  epoch(name: string): string {
    const value = this.#source[name];
    if (typeof value === 'string' && value !== '' && value.length <= MAX_EPOCH_LENGTH)
      if (!CONTROL.test(value) && !isUnstorable(value)) return value;
    this.refuse(name, `a text of 1 to ${MAX_EPOCH_LENGTH} characters, none of them a control character`);
    return '';
  }

  instant(name: string): number {
    const value = this.#source[name];
    const at = typeof value === 'string' ? parseInstant(value) : undefined;
    if (at === undefined) this.refuse(name, 'an RFC 3339 time of the years 1970 to 9999');
    return at ?? 0;
  }

  flag(name: string): boolean {
    const value = this.#source[name];
    if (value !== undefined && typeof value !== 'boolean') this.refuse(name, 'true or false');
    return value === true;
  }

  string(name: string): string {
    const value = this.#source[name];
    if (typeof value === 'string') return safeText(value);
    this.refuse(name, 'a text');
    return '';
  }

  severity(): Severity | undefined {
    const value = this.#source['severity'];
    if (value === undefined || (severities as readonly unknown[]).includes(value))
      return value as Severity | undefined;
    this.refuse('severity', `one of ${severities.join(', ')}`);
    return undefined;
  }

  text(): string | undefined {
    const value = this.#source['text'];
    if (value === undefined) return undefined;
    if (typeof value === 'string' && value.length <= MAX_TEXT_LENGTH) return safeText(value);
    this.refuse('text', `a text of at most ${MAX_TEXT_LENGTH} characters`);
    return undefined;
  }

  /** `lineLength` saves measuring: an info cannot be larger than three bytes for each character of its line. */
  info(lineLength: number): Info | undefined {
    const value = this.#source['info'];
    if (value === undefined) return undefined;
    const info = isPlainObject(value) ? safeInfo(value) : undefined;
    if (info === undefined) this.refuse('info', `an object, at most ${MAX_INFO_DEPTH} levels deep`);
    else if (lineLength * 3 > MAX_INFO_BYTES && Buffer.byteLength(JSON.stringify(info)) > MAX_INFO_BYTES)
      this.refuse('info', `an object of at most ${MAX_INFO_BYTES} bytes of JSON`);
    return info;
  }
}

/** Whether a value of JSON is an object, not a list and not null. */
export function isPlainObject(value: unknown): value is Source {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
