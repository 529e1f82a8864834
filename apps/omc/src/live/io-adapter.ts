import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';

/** What a client may send at once; it only ever asks for a filter. */
const MOST_BYTES = 64 * 1024;

/** socket.io as this server wants it: small requests, no compression (it costs ten times what it saves here). */
export class LiveIoAdapter extends IoAdapter {
  override createIOServer(port: number, options?: ServerOptions): Server {
    return super.createIOServer(port, {
      ...options,
      maxHttpBufferSize: MOST_BYTES,
      perMessageDeflate: false,
      httpCompression: false,
      serveClient: false,
    } as ServerOptions);
  }
}
