import type { AlarmSummary, ClientToServer } from '@omc/api';
import type { Session } from '@omc/store';
import type { Namespace, Socket } from 'socket.io';
import type { Encoded } from './live-encoder.js';

/** What is known of a client. */
export interface SocketData {
  session: Session;
  token: string;
}

/** What is sent, written already: `changes` and `snapshot` as the API's `ServerToClient` has them. */
interface ServerEvents {
  changes: (changes: Encoded) => void;
  snapshot: (snapshot: Encoded) => void;
  summary: (summary: AlarmSummary) => void;
}

export type LiveSocket = Socket<ClientToServer, ServerEvents, Record<string, never>, SocketData>;

export type LiveNamespace = Namespace<ClientToServer, ServerEvents, Record<string, never>, SocketData>;
