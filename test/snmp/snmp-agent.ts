import snmp, { type Agent } from 'net-snmp';

const SYS_UP_TIME = '1.3.6.1.2.1.1.3';
const ALARM_ACTIVE = '1.3.6.1.2.1.118.1.2';
/** alarmModelNotificationId, the first column of alarmModelTable that can be read: what pointers point at. */
const ALARM_MODEL = '1.3.6.1.2.1.118.1.1.2.1.3';

/** Who may ask an agent. */
export const AGENT_USER = { name: 'station', authKey: 'authentic eNodeB 17', privKey: 'nobody reads this 4' };

/** One row of alarmActiveTable. */
export interface ListedAlarm {
  readonly alarmId: number;
  /** By alarmModelState: 3 warning to 6 critical. */
  readonly state: number;
  readonly description: string;
  /** When it began. */
  readonly since: Date;
}

/** An NE's SNMP agent as another implementation plays it: sysUpTime and, where wanted, the table of active alarms (RFC 3877). */
export class SnmpAgent {
  readonly port: number;
  readonly #community: string;
  readonly #listed: string[] = [];
  #agent: Agent | undefined;
  #startedAt = Date.now();

  constructor(port: number, community = 'secret') {
    this.port = port;
    this.#community = community;
  }

  /** Starts it, by default as one that runs for an hour. */
  start(upSeconds = 3_600): void {
    this.#startedAt = Date.now() - upSeconds * 1000;
    const options = { port: this.port, address: '127.0.0.1', disableAuthorization: false };
    this.#agent = snmp.createAgent(options, (error) => {
      // It tells of each question that it refuses, too.
      if (error !== null && 'code' in error) throw error;
    });
    const authorizer = this.#agent.getAuthorizer();
    authorizer.addCommunity(this.#community);
    authorizer.addUser({
      ...AGENT_USER,
      level: snmp.SecurityLevel.authPriv,
      authProtocol: snmp.AuthProtocols.sha256,
      privProtocol: snmp.PrivProtocols.aes,
    });
    this.#provide('sysUpTime', SYS_UP_TIME, snmp.ObjectType.TimeTicks, this.#ticks, () =>
      this.#agent?.getMib().setScalarValue('sysUpTime', this.#ticks),
    );
    this.#listed.length = 0;
  }

  /** From now on it has a table of active alarms: this one, or none. */
  list(alarm?: ListedAlarm): void {
    const { TimeTicks, OID, OctetString } = snmp.ObjectType;
    if (!this.#listed.includes('lastChanged')) {
      this.#provide('lastChanged', `${ALARM_ACTIVE}.1`, TimeTicks, 5);
      this.#listed.push('lastChanged');
    }
    for (const name of this.#listed.splice(1)) this.#agent?.getMib().unregisterProvider(name);
    if (alarm === undefined) return;
    const { alarmId, state, description, since } = alarm;
    // Scalars end in `.0`, which is the first row's alarmActiveIndex here.
    const index = `0.11.${dateAndTime(since).join('.')}`;
    const column = (number: number) => `${ALARM_ACTIVE}.2.1.${number}.${index}`;
    this.#provide('resource', column(10), OID, '1.3.6.1.4.1.9.9.7');
    this.#provide('description', column(11), OctetString, description);
    this.#provide('model', column(13), OID, `${ALARM_MODEL}.0.${alarmId}.${state}`);
    this.#listed.push('resource', 'description', 'model');
  }

  stop(): void {
    this.#agent?.close();
    this.#agent = undefined;
  }

  get #ticks(): number {
    return Math.floor((Date.now() - this.#startedAt) / 10);
  }

  #provide(name: string, oid: string, scalarType: number, value: string | number, ask?: () => void): void {
    const mib = this.#agent?.getMib();
    mib?.registerProvider({
      ...{ name, oid, scalarType, type: snmp.MibProviderType.Scalar },
      maxAccess: snmp.MaxAccess['read-only'],
      handler: (request) => {
        ask?.();
        request.done();
      },
    });
    mib?.setScalarValue(name, value);
  }
}

/** DateAndTime in UTC (RFC 2579). */
function dateAndTime(at: Date): number[] {
  const year = at.getUTCFullYear();
  const [month, day, hour, minute] = [
    at.getUTCMonth() + 1,
    at.getUTCDate(),
    at.getUTCHours(),
    at.getUTCMinutes(),
  ];
  const offset = ['+'.charCodeAt(0), 0, 0];
  return [Math.floor(year / 256), year % 256, month, day, hour, minute, at.getUTCSeconds(), 0, ...offset];
}
