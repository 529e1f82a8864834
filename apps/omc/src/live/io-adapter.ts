import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';
import { liveParser } from './live-encoder.js';

/** What a client may send at once; it only ever asks for a filter. */
const MOST_BYTES = 64 * 1024;
/** A connection that is let into no namespace by then is closed. */
const CONNECT_WITHIN_MS = 10_000;

/** socket.io as this server wants it: small requests, no compression (it costs ten times what it saves here). */
export class LiveIoAdapter extends IoAdapter {
  readonly #mostConnections: number;

  /** @param mostConnections of all clients together, signed in or not. */
  constructor(app: INestApplicationContext, mostConnections: number) {
    super(app);
    this.#mostConnections = mostConnections;
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const server: Server = super.createIOServer(port, {
      ...options,
      parser: liveParser,
      maxHttpBufferSize: MOST_BYTES,
      connectTimeout: CONNECT_WITHIN_MS,
      perMessageDeflate: false,
      httpCompression: false,
      serveClient: false,
      allowRequest: (_request, decide) => {
        const isFull = server.engine.clientsCount >= this.#mostConnections;
        decide(isFull ? 'too many connections' : null, !isFull);
      },
    } as ServerOptions);
    // Nothing is served there.
    server.of('/').use((_, next) => next(new Error('nothing is here: use the namespace /alarms')));
    return server;
  }
}
