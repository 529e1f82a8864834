import type { ActOnAlarms, AlarmActionName } from './alarm-action.js';
import type { AuditEntry, Json } from './audit-entry.js';
import type { Command, Done } from './commands.js';
import type { FilterScope } from './filter.js';
import type { FilterBook } from './filter-book.js';
import type { NetworkElement } from './ne.js';
import type { ShelfBook } from './shelving/shelf-book.js';
import type { Topologies } from './topologies.js';
import type { TypeSettings } from './type-settings.js';

/** What is registered, as the audit log needs to know it. */
export interface Registered {
  readonly nes: ReadonlyMap<string, NetworkElement>;
  readonly filters: Pick<FilterBook, 'ruleOf'>;
  readonly topologies: Pick<Topologies, 'of'>;
  readonly typeSettings: Pick<TypeSettings, 'settingOf' | 'autoAcknowledgement'>;
  readonly shelves: Pick<ShelfBook, 'find'>;
}

/** A command as the audit log names it, and how what it changes stands at the moment. */
export interface AuditedCommand {
  readonly target: string;
  state(): Json;
}

/** What the audit log says of a command. One that it knows nothing particular of is told as it was given. */
export function auditedCommand(command: Command, registered: Registered): AuditedCommand | undefined {
  switch (command.kind) {
    case 'set-filter':
      return filterOf(command.filter, registered);
    case 'remove-filter':
      return filterOf(command.scope, registered);
    case 'add-ne':
    case 'change-ne':
      return neOf(command.ne.id, registered);
    case 'remove-ne':
      return neOf(command.id, registered);
    case 'set-topology':
      return topologyOfNe(command.ne, registered);
    case 'change-alarm-type': {
      const { alarmId } = command;
      const state = () => asJson(registered.typeSettings.settingOf(alarmId));
      return { target: `type ${alarmId}`, state };
    }
    case 'set-auto-acknowledgement':
      return {
        target: 'auto-acknowledgement',
        state: () => asJson(registered.typeSettings.autoAcknowledgement),
      };
    case 'add-shelf':
      return shelfOf(command.shelf.id, registered);
    case 'change-shelf':
    case 'end-shelf':
      return shelfOf(command.id, registered);
    default:
      return undefined;
  }
}

/** What the audit log says of actions on alarms: of each alarm by itself, where it was done. */
export function auditedActions(
  { actions }: ActOnAlarms,
  { outcomes = [] }: Done,
): Pick<AuditEntry, 'action' | 'target' | 'before' | 'after'>[] {
  return outcomes.flatMap(({ outcome }, at) => {
    const done = actions[at];
    if (outcome !== 'done' || done === undefined) return [];
    const { action, id, comment } = done;
    const [before, after] = CHANGED[action];
    const said = comment === undefined ? after : { ...after, comment };
    return [{ action: `${action}-alarm`, target: `alarm ${id}`, before, after: said }];
  });
}

/** What each action makes of what: where it is done an alarm was so, since else it is refused. */
const CHANGED: Readonly<Record<AlarmActionName, readonly [Json, Readonly<Record<string, string>> | null]>> = {
  acknowledge: [{ ack: 'unacknowledged' }, { ack: 'acknowledged' }],
  unacknowledge: [{ ack: 'acknowledged' }, { ack: 'unacknowledged' }],
  clear: [{ state: 'active' }, { state: 'cleared' }],
  comment: [null, null],
};

/** A command as it was given, without what the log tells anyway. */
export function givenBy(command: Command): Json {
  const { kind: _kind, by: _by, ...given } = command as Command & { readonly by?: string };
  return asJson(given);
}

function filterOf({ alarmId, ne, object }: FilterScope, { filters }: Registered): AuditedCommand {
  const scope = {
    alarmId,
    ...(ne === undefined ? {} : { ne }),
    ...(object === undefined ? {} : { object }),
  };
  const place = [ne, object].filter((name) => name !== undefined).join(' ');
  const target = `filter ${alarmId}${place === '' ? '' : ` ${place}`}`;
  return { target, state: () => asJson(filters.ruleOf(scope)) };
}

function neOf(id: string, { nes }: Registered): AuditedCommand {
  return { target: `NE ${id}`, state: () => withoutSecrets(nes.get(id)) };
}

function shelfOf(id: string, { shelves }: Registered): AuditedCommand {
  return { target: `shelf ${id}`, state: () => asJson(shelves.find(id)?.shelf) };
}

/** A community opens the agent to whoever knows it. */
function withoutSecrets(ne: NetworkElement | undefined): Json {
  if (ne?.snmp?.community === undefined) return asJson(ne);
  return asJson({ ...ne, snmp: { ...ne.snmp, community: '***' } });
}

/** Topologies are large: how many objects there are tells enough, and the version which one it was. */
function topologyOfNe(ne: string, { topologies }: Registered): AuditedCommand {
  const state = (): Json => {
    const known = topologies.of(ne);
    if (known === undefined) return null;
    const { version, site = null, subnet = null, body } = known;
    return { version, site, subnet, bytes: body.length };
  };
  return { target: `topology ${ne}`, state };
}

/** What a value is as JSON: a copy that later changes do not reach. */
export function asJson(value: unknown): Json {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as Json);
}
