import { Inject } from '@nestjs/common';
import { type OnGatewayConnection, type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import { type AlarmSummary, LIVE_NAMESPACE } from '@omc/api';
import { OMC, type Omc } from '../omc.js';
import { Admission } from './admission.js';
import { LiveLists } from './live-lists.js';
import type { LiveNamespace, LiveSocket } from './live-socket.js';
import { Patience } from './patience.js';
import { Subscriber } from './subscriber.js';
import { SummaryTeller } from './summary-teller.js';

/** The live alarm stream over socket.io. */
@WebSocketGateway({ namespace: LIVE_NAMESPACE })
export class LiveGateway implements OnGatewayInit<LiveNamespace>, OnGatewayConnection<LiveSocket> {
  readonly #omc: Omc;
  #admission: Admission | undefined;
  #lists: LiveLists | undefined;
  #summaries: SummaryTeller | undefined;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  afterInit(namespace: LiveNamespace): void {
    const { live, log, committed$, sessions, scheduler, office, metrics } = this.#omc;
    metrics.liveClients = () => namespace.sockets.size;
    const admission = new Admission(this.#omc, namespace);
    this.#admission = admission;
    namespace.use((socket, next) => {
      admission.refusalOf(socket).then((refusal) => next(refusal), next);
    });
    this.#lists = new LiveLists(live, namespace, (err) =>
      log.error({ err }, 'a live list could not be read'),
    );
    const summaries = new SummaryTeller(
      namespace,
      () => {
        const counted = new Map<string, AlarmSummary>();
        return ({ data }) => {
          const key = JSON.stringify(data.session.scope);
          const summary = counted.get(key) ?? office.summary(data.session.scope);
          counted.set(key, summary);
          return summary;
        };
      },
      scheduler,
    );
    this.#summaries = summaries;
    committed$.subscribe(() => summaries.look());
    sessions.closed$.subscribe((token) => {
      for (const socket of namespace.sockets.values())
        if (socket.data.token === token) socket.disconnect(true);
    });
  }

  handleConnection(socket: LiveSocket): void {
    const { live, log, now, sessions } = this.#omc;
    const [admission, lists] = [this.#admission, this.#lists];
    if (admission === undefined || lists === undefined)
      throw new Error('a client came before the gateway was there');
    const failed = (err: unknown) => {
      log.error({ err, user: socket.data.session.user }, 'a live stream failed');
      socket.disconnect(true);
    };
    const subscriber = new Subscriber(socket, live, lists, failed);
    const patience = new Patience(now);
    socket.use((_, next) => {
      if (patience.bearsOneMore()) return next();
      log.warn({ user: socket.data.session.user }, 'a live client that sends without end is cut off');
      socket.disconnect(true);
    });
    socket.on('subscribe', (...question: readonly unknown[]) => subscriber.ask(...question));
    const release = sessions.hold(socket.data.token);
    socket.once('disconnect', () => {
      subscriber.leave();
      release();
    });
    admission.watch(socket).catch(failed);
    this.#summaries?.greet(socket);
  }
}
