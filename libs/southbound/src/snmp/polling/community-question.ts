import { encodeCommunityMessage, type SnmpAnswerMessage } from '@omc/wire';
import type { Heard, PduOf, SnmpQuestion } from './snmp-question.js';

/** A question of SNMPv2c. */
export class CommunityQuestion implements SnmpQuestion {
  readonly #bytes: Uint8Array;
  readonly #community: string;

  constructor(community: string, requestId: number, pduOf: PduOf) {
    this.#community = community;
    this.#bytes = encodeCommunityMessage(community, pduOf(requestId));
  }

  next(): Uint8Array {
    return this.#bytes;
  }

  hear(message: SnmpAnswerMessage): Heard | undefined {
    if (message.version !== 'v2c' || message.community !== this.#community || message.pdu.isReport)
      return undefined;
    return { kind: 'answer', pdu: message.pdu };
  }
}
