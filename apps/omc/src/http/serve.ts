import { existsSync } from 'node:fs';
import { Server as HttpsServer } from 'node:https';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type express from 'express';
import helmet from 'helmet';
import { appModuleOf } from '../app-module.js';
import { busyPort } from '../busy-port.js';
import { serverFilesOf } from '../configuration/server-files.js';
import { LiveIoAdapter } from '../live/io-adapter.js';
import type { Omc } from '../omc.js';
import { places } from '../places.js';
import { VES_PATH } from '../ves/ves-error-of.js';
import { admitVes } from './admit-ves.js';
import { entrance } from './entrance/entrance.js';
import { followRequest } from './entrance/follow-request.js';
import { nameRequest } from './entrance/request-id.js';
import { RequestLimits } from './entrance/request-limits.js';
import { followServerCertificates, httpsOptionsOf } from './server-certificates.js';

/** Serves REST, socket.io and the console. Rejects where the port is taken, naming it. */
export async function serve(omc: Omc): Promise<NestExpressApplication> {
  const { OMC_HOST: host, OMC_PORT: port } = omc.configuration;
  const files = serverFilesOf(omc.configuration);
  const app = await NestFactory.create<NestExpressApplication>(appModuleOf(omc), {
    logger: false,
    bodyParser: false,
    abortOnError: false,
    forceCloseConnections: true,
    ...(files !== undefined && { httpsOptions: httpsOptionsOf(files) }),
  });
  app.useWebSocketAdapter(new LiveIoAdapter(app, omc.configuration.OMC_LIVE_CLIENTS));
  app.disable('x-powered-by');
  const limits = new RequestLimits(omc.configuration.OMC_RATE_LIMIT, omc.now);
  app.set('trust proxy', omc.configuration.OMC_TRUSTED_PROXIES);
  app.use(nameRequest);
  app.use(followRequest(omc));
  app.use(
    helmet({ contentSecurityPolicy: { directives: CSP }, strictTransportSecurity: files !== undefined }),
  );
  app.use(denyFeatures);
  app.use(compression({ threshold: '8kb' }));
  app.use(entrance(omc, limits));
  app.use(VES_PATH, admitVes(omc, limits));
  if (existsSync(places.console)) serveConsole(app);
  else omc.log.warn({ folder: places.console }, 'the console is not built: only the API is served');
  try {
    await app.listen(port, host);
  } catch (error) {
    await app.close();
    throw busyPort(error, `TCP ${host}:${port} (OMC_PORT)`);
  }
  const server: unknown = app.getHttpServer();
  if (files !== undefined && server instanceof HttpsServer) {
    const following = followServerCertificates(server, files, omc.scheduler, omc.log);
    server.once('close', () => following.unsubscribe());
  }
  return app;
}

/** The console needs none of a browser's devices. */
const denyFeatures: express.RequestHandler = (_request, response, next) => {
  response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  next();
};

/** Everything comes from this server; styles are also made at run time by the component library. */
const CSP = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'script-src-attr': ["'none'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'upgrade-insecure-requests': null,
};

/** What is an interface, or would be a file: anything else is a page, which the console finds its way to by itself. */
const NO_PAGE = /^\/(api|3gpp|eventListener|metrics|healthz|readyz|socket\.io)(\/|$)|\.\w+$/;

function serveConsole(app: NestExpressApplication): void {
  // Names of assets change with their content; the page itself must always be asked for.
  app.useStaticAssets(join(places.console, 'assets'), { prefix: '/assets/', immutable: true, maxAge: '1y' });
  app.useStaticAssets(places.console, { index: false, maxAge: 0 });
  app.use((request: express.Request, response: express.Response, next: express.NextFunction) => {
    const isPage = request.method === 'GET' && !NO_PAGE.test(request.path);
    if (!isPage) return next();
    response.sendFile('index.html', { root: places.console, maxAge: 0 });
  });
}
