import type { AnswerPdu, SnmpAnswerMessage } from '@omc/wire';

/** A message that was asked, in the protocol of its target. */
export interface SnmpQuestion {
  /** The bytes to send next. */
  next(): Uint8Array;
  /** Takes a message of the target with the number of the question: the answer, bytes that are to be sent at once, why there can be none, or nothing where it is not to be believed. */
  hear(message: SnmpAnswerMessage, bytes: Uint8Array): Heard | undefined;
}

export type Heard =
  | { readonly kind: 'answer'; readonly pdu: AnswerPdu }
  | { readonly kind: 'again' }
  | { readonly kind: 'hopeless'; readonly reason: string };

/** Makes the PDU of a question, given its request id. */
export type PduOf = (requestId: number) => Uint8Array;
