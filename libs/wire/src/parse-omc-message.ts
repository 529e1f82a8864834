import type { Members } from './members.js';
import type { OmcMessage } from './ne-link-messages.js';
import { parseObject } from './parse-object.js';
import type { Parsed } from './parsed.js';

/** Reads one line that the OMC sent; reasons name the member that is wrong and what is allowed. */
export function parseOmcMessage(line: string): Parsed<OmcMessage> {
  return parseObject(line, '"hello", "handshake", "ack", "sync" or "error"', read);
}

function read(kind: unknown, members: Members): OmcMessage | undefined {
  switch (kind) {
    case 'hello':
      return {
        t: kind,
        ver: members.version(),
        ne: members.ne(),
        ackedSeq: members.raw('ackedSeq') === null ? null : members.whole('ackedSeq'),
        ackedEpoch: members.raw('ackedEpoch') === null ? null : members.epoch('ackedEpoch'),
      };
    case 'handshake':
    case 'sync':
      return { t: kind, id: members.whole('id') };
    case 'ack':
      return { t: kind, seq: members.whole('seq') };
    case 'error':
      return { t: kind, line: members.string('line'), reason: members.string('reason') };
    default:
      return undefined;
  }
}
