import type { Details } from '@omc/alarm';
import { isPlainObject, Members } from './members.js';
import type { NeEvent, NeFault, NeHandshake, NeHello, NeMessage, NeSync } from './ne-link-messages.js';
import { parseObject } from './parse-object.js';
import type { Parsed } from './parsed.js';

/**
 * Reads one line that an NE sent. Members it does not know are ignored; a reason names the member that is wrong
 * and what is allowed. Texts come out safe for PostgreSQL.
 */
export function parseNeMessage(line: string): Parsed<NeMessage> {
  return parseObject(line, '"hello", "handshake", "event" or "sync"', (kind, members) => {
    if (kind === 'event') return event(members, line.length);
    if (kind === 'handshake') return handshake(members);
    if (kind === 'sync') return sync(members, line.length);
    return kind === 'hello' ? hello(members) : undefined;
  });
}

function event(members: Members, lineLength: number): NeEvent {
  return {
    t: 'event',
    seq: members.whole('seq', 1),
    time: members.instant('time'),
    object: members.object(),
    alarmId: members.alarmId(),
    state: members.state(),
    ...details(members, lineLength),
  };
}

function handshake(members: Members): NeHandshake {
  return { t: 'handshake', id: members.whole('id'), time: members.instant('time') };
}

function hello(members: Members): NeHello {
  return {
    t: 'hello',
    ver: members.version(),
    ne: members.ne(),
    time: members.instant('time'),
    epoch: members.epoch('epoch'),
    firstSeq: members.whole('firstSeq'),
    lastSeq: members.whole('lastSeq'),
  };
}

function sync(members: Members, lineLength: number): NeSync {
  const list = members.raw('faults');
  if (!Array.isArray(list)) members.refuse('faults', 'a list');
  const sources: readonly unknown[] = Array.isArray(list) ? list : [];
  return {
    t: 'sync',
    id: members.whole('id'),
    seq: members.whole('seq'),
    faults: sources.map((source, index) => fault(source, members, `faults[${index}]`, lineLength)),
    more: members.flag('more'),
  };
}

function fault(source: unknown, whole: Members, name: string, lineLength: number): NeFault {
  if (!isPlainObject(source)) whole.refuse(name, 'an object');
  const members = new Members(isPlainObject(source) ? source : {}, `${name}.`);
  const read: NeFault = {
    object: members.object(),
    alarmId: members.alarmId(),
    since: members.instant('since'),
    ...details(members, lineLength),
  };
  whole.adopt(members);
  return read;
}

function details(members: Members, lineLength: number): Details {
  const severity = members.severity();
  const text = members.text();
  const info = members.info(lineLength);
  return {
    ...(severity !== undefined && { severity }),
    ...(text !== undefined && { text }),
    ...(info !== undefined && { info }),
  };
}
