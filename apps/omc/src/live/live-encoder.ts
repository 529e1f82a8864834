import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser';

/** An argument of a message that is JSON already: written once, sent to many. */
export class Encoded {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }
}

/**
 * Writes packets as socket.io's own encoder does, save that what is JSON already is neither searched for binary data
 * nor written again. A message is either wholly so or not at all.
 */
class LiveEncoder extends Encoder {
  override encode(packet: Packet): unknown[] {
    const data: unknown = packet.data;
    const last: unknown = Array.isArray(data) ? data.at(-1) : undefined;
    if (!(last instanceof Encoded) || !Array.isArray(data)) return super.encode(packet);
    const namespace = packet.nsp === '/' ? '' : `${packet.nsp},`;
    const event = packet.type === PacketType.EVENT ? `${JSON.stringify(data[0])},` : '';
    return [`${packet.type}${namespace}${packet.id ?? ''}[${event}${last.json}]`];
  }
}

/** How packets are written and read: for every client of socket.io's default parser. */
export const liveParser = { Encoder: LiveEncoder, Decoder };
