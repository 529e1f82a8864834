import type { Actor } from '@omc/alarm';
import { isLoopback } from '../../configuration/configuration.js';
import { serverFilesOf } from '../../configuration/server-files.js';
import { httpsOptionsOf } from '../../http/server-certificates.js';
import type { Omc } from '../../omc.js';
import { AlarmDesk, filterOf } from '../alarm-desk.js';
import { MmlOffice } from '../mml-office.js';
import { mmlLimits } from './mml-limits.js';
import { MmlServer, type MmlServerParts } from './mml-server.js';

/** Passwords do not go over a network in clear text. */
const NEEDS_TLS =
  'MML over TCP is off: on another address than loopback it needs OMC_TLS_CERT and OMC_TLS_KEY';

/** Nobody is asked for a certificate here: people come with a password. */
function forPasswords({ cert, key, minVersion }: ReturnType<typeof httpsOptionsOf>) {
  return { cert, key, minVersion };
}

/** Whoever shows what somebody else has selected asks for nothing. */
const NOBODY: Actor = { user: '', from: '', via: 'mml', scope: { nes: [], subnets: [] } };

function feedSourceOf(omc: Omc): MmlServerParts['alarms'] {
  const { live, office } = omc;
  const desk = new AlarmDesk(omc, NOBODY);
  return {
    published$: live.published$,
    // For the filter alone, which knows everything.
    present: (alarm) => office.present(alarm, null),
    listed: (alarm) => desk.listed(alarm),
    matcherOf: async (selection, scope) => {
      const { matches } = await office.select(filterOf(selection), scope);
      return matches;
    },
  };
}

/** Serves MML over TCP, with TLS where a certificate is given. Rejects where the port is taken, naming it. */
export async function startMml(omc: Omc): Promise<{ close(): Promise<void> }> {
  const { configuration, sessions, scheduler, now, log } = omc;
  const { OMC_HOST: host, OMC_MML_PORT: port, OMC_MML_IDLE_S } = configuration;
  const files = serverFilesOf(configuration);
  if (files === undefined && !isLoopback(host)) {
    log.warn({ OMC_HOST: host }, NEEDS_TLS);
    return { close: () => Promise.resolve() };
  }
  const tls = files && forPasswords(httpsOptionsOf(files));
  const limits = { ...mmlLimits, idleMs: OMC_MML_IDLE_S * 1000 };
  const backendOf = (actor: Actor) => new MmlOffice(omc, actor);
  const alarms = feedSourceOf(omc);
  const server = new MmlServer({
    backendOf,
    alarms,
    sessions,
    limits,
    scheduler,
    now,
    log,
    ...(tls && { tls }),
  });
  omc.metrics.mmlSessions = () => server.sessions;
  const listening = await server.listen(port, host);
  const following = files && server.followCertificates(files);
  log.info({ host, port: listening, tls: tls !== undefined }, 'MML over TCP');
  return {
    close: async () => {
      following?.unsubscribe();
      await server.close();
    },
  };
}
