import type { AlarmResource, ClientToServer, ServerToClient } from '@omc/api';
import type { Socket } from 'socket.io-client';
import { AlarmRows, type RowDelta } from './alarm-rows.js';
import { type AlarmView, outlivesWindow } from './alarm-view.js';
import { Listeners } from './listeners.js';
import { type LiveEffect, type LiveInput, type LiveList, newLiveList, stepLiveList } from './live-list.js';
import { type LiveStatus, silent } from './live-status.js';

export type LiveSocket = Socket<ServerToClient, ClientToServer>;

/** The world around the connection. */
export interface LiveSurroundings {
  readonly now: () => number;
  /** Runs something before the next frame is drawn. */
  readonly nextFrame: (run: () => void) => void;
  /** The same, but not more often than leaves the user the page. */
  readonly pacedFrame: (run: () => void) => void;
  /** The OMC would not have this connection: the session may be over. */
  readonly onDenied: () => void;
}

const ANSWER_TIMEOUT_MS = 20_000;
const RETRY_DENIED_MS = 5_000;

/** The live alarm list: what the socket says becomes rows, a status, and deltas once a frame. */
export class LiveConnection {
  readonly rows = new AlarmRows();
  readonly statusListeners = new Listeners<void>();
  readonly deltaListeners = new Listeners<RowDelta>();
  /** Told of every alarm that arrives, also of those that leave the list. */
  readonly alarmListeners = new Listeners<AlarmResource>();
  readonly #socket: LiveSocket;
  readonly #surroundings: LiveSurroundings;
  #list: LiveList;
  #status: LiveStatus = silent;
  /** Is told with the rows that it counts, else the list would look cut off in between. */
  #total: number | null = null;
  #framed = false;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(socket: LiveSocket, view: AlarmView, surroundings: LiveSurroundings) {
    this.#socket = socket;
    this.#surroundings = surroundings;
    this.#list = newLiveList(view);
    this.#listen();
  }

  get status(): LiveStatus {
    return this.#status;
  }

  start(): void {
    this.#socket.connect();
  }

  stop(): void {
    clearTimeout(this.#retry);
    this.#socket.disconnect();
  }

  /** Shows another selection of alarms. */
  show(view: AlarmView): void {
    this.#input({ type: 'view', view });
  }

  /** Asks again after a refusal. */
  retry(): void {
    this.#input({ type: 'retry' });
  }

  /** Adds alarms from further back than the live window; those that it knows already are newer than these. */
  addOlder(alarms: readonly AlarmResource[]): void {
    this.rows.put(alarms.filter(({ id }) => !this.rows.get(id)));
    this.flush();
  }

  #listen(): void {
    const socket = this.#socket;
    socket.on('connect', () => {
      this.#patch({ link: 'connected', lostAt: null, heardAt: this.#surroundings.now() });
      this.#input({ type: 'connected' });
    });
    socket.on('disconnect', (reason) => this.#lose(reason === 'io server disconnect'));
    socket.on('connect_error', () => this.#lose(!socket.active));
    socket.on('snapshot', (snapshot) => this.#hear({ type: 'snapshot', snapshot }));
    socket.on('changes', (changes) => this.#hear({ type: 'changes', changes }));
    socket.on('summary', (summary) => this.#patch({ summary, heardAt: this.#surroundings.now() }));
    socket.io.on('ping', () => this.#patch({ heardAt: this.#surroundings.now() }));
  }

  #lose(denied: boolean): void {
    this.#input({ type: 'disconnected' });
    const { link, lostAt } = this.#status;
    if (link !== 'connecting')
      this.#patch({ link: 'reconnecting', lostAt: lostAt ?? this.#surroundings.now() });
    if (!denied) return;
    this.#surroundings.onDenied();
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#socket.connect(), RETRY_DENIED_MS);
  }

  #hear(input: LiveInput): void {
    this.#input(input);
    this.#patch({ heardAt: this.#surroundings.now() });
  }

  #input(input: LiveInput): void {
    const { list, effects } = stepLiveList(this.#list, input);
    this.#list = list;
    for (const effect of effects) this.#run(effect);
    const shown = listStatus(list);
    if (shown !== this.#status.list) this.#patch({ list: shown });
  }

  #run(effect: LiveEffect): void {
    switch (effect.type) {
      case 'subscribe':
        this.#patch({ refusal: null });
        return this.#ask(effect.ask, effect.request);
      case 'refused':
        return this.#patch({ refusal: effect.error });
      case 'total':
        this.#total = effect.total;
        return;
      default:
        this.#change(effect);
        if (effect.type === 'begin' && effect.clear) this.#surroundings.nextFrame(() => this.flush());
        else this.#frame();
    }
  }

  #change(effect: Extract<LiveEffect, { type: 'begin' | 'put' | 'end' | 'apply' }>): void {
    if (effect.type === 'begin') {
      this.#patch({ snapshots: this.#status.snapshots + 1 });
      return this.rows.begin(effect.clear);
    }
    if (effect.type === 'end') return this.rows.end();
    if (effect.type === 'put') this.rows.put(effect.alarms);
    else this.rows.apply(effect.changes, (alarm) => outlivesWindow(this.#list.view, alarm));
    const alarms = effect.type === 'put' ? effect.alarms : effect.changes.map(({ alarm }) => alarm);
    for (const alarm of alarms) this.alarmListeners.tell(alarm);
  }

  #ask(ask: number, request: Extract<LiveEffect, { type: 'subscribe' }>['request']): void {
    this.#socket.timeout(ANSWER_TIMEOUT_MS).emit('subscribe', request, (failure, answer) =>
      this.#hear({
        type: 'answer',
        ask,
        answer: failure ? { error: { title: failure.message, status: 504, detail: '' } } : answer,
      }),
    );
  }

  /** Rows change once a frame at most, however much arrives; what somebody asked for comes with the next. */
  #frame(): void {
    if (this.#framed) return;
    this.#framed = true;
    this.#surroundings.pacedFrame(() => {
      this.#framed = false;
      this.flush();
    });
  }

  /** Hands the gathered changes on now. */
  flush(): void {
    this.deltaListeners.tell(this.rows.takeDelta());
    this.#patch({ size: this.rows.size, counts: this.rows.countBySeverity(), total: this.#total });
  }

  #patch(change: Partial<LiveStatus>): void {
    this.#status = { ...this.#status, ...change };
    this.statusListeners.tell();
  }
}

function listStatus({ phase, outdated }: LiveList): LiveStatus['list'] {
  if (phase === 'refused') return 'refused';
  if (phase === 'assembling') return 'filling';
  return outdated ? 'loading' : 'ready';
}
