import { displayWidth } from '@omc/mml';
import { type ExitStatus, exitStatus } from './exit-status.js';
import { followAlarms } from './live-alarms.js';
import type { Session } from './session.js';
import type { SpeakingWorld } from './voice.js';

/** However much changes, it is not drawn more often. */
const LEAST_BETWEEN_MS = 500;
/** Lines that are not rows: the clock, and what a report has around its rows. */
const AROUND = 8;
const HOME = '\u001b[H';
const CLEAR_REST = '\u001b[J';
const CLEAR_LINE = '\u001b[K';
const ENTER = '\u001b[?1049h\u001b[?25l';
const LEAVE = '\u001b[?1049l\u001b[?25h';
const RESET = '\u001b[0m';

/** q, and Ctrl-C and Ctrl-D, which a raw terminal hands on as they are. */
const LEAVING_KEYS = ['q', 'Q', '\u0003', '\u0004'];

const colours: readonly (readonly [RegExp, string])[] = [
  [/\bCRITICAL\b/, '\u001b[1;31m'],
  [/\bMAJOR\b/, '\u001b[33m'],
  [/\bMINOR\b/, '\u001b[93m'],
  [/\bWARNING\b/, '\u001b[36m'],
];

/** Shows what a command lists, drawn anew as alarms change, until q or Ctrl-C. */
export async function watch(
  commandFor: (rows: number) => string,
  session: Session,
  world: SpeakingWorld,
): Promise<ExitStatus> {
  const screen = new Screen(commandFor, session, world);
  return await screen.show();
}

const states = { connected: 'connected', lost: 'interrupted' } as const;

class Screen {
  readonly #commandFor: (rows: number) => string;
  readonly #session: Session;
  readonly #world: SpeakingWorld;
  #state: string;
  #body: readonly string[] = [];
  #stale = true;
  #busy = false;
  #timer: NodeJS.Timeout | undefined;
  #finish: (status: ExitStatus) => void = () => undefined;

  constructor(commandFor: (rows: number) => string, session: Session, world: SpeakingWorld) {
    this.#commandFor = commandFor;
    this.#session = session;
    this.#world = world;
    this.#state = world.voice.say('connecting');
  }

  async show(): Promise<ExitStatus> {
    const { stdin, stdout, voice } = this.#world;
    const ended = new Promise<ExitStatus>((resolve) => {
      this.#finish = resolve;
    });
    const onKey = (key: Buffer) => {
      if (LEAVING_KEYS.some((each) => key.includes(each))) this.#finish(exitStatus.success);
    };
    const onResize = () => this.#refresh();
    stdin.setRawMode?.(true);
    stdin.on('data', onKey).resume();
    stdout.on('resize', onResize);
    stdout.write(ENTER);
    const stop = followAlarms(
      this.#session.address,
      this.#session.token,
      { state: 'all' },
      {
        onChange: () => this.#refresh(),
        onState: (state) => {
          this.#state =
            typeof state === 'string' ? voice.say(states[state]) : voice.translated(state.refused);
          this.#refresh();
        },
      },
    );
    this.#refresh();
    const status = await ended;
    stop();
    clearTimeout(this.#timer);
    stdin.off('data', onKey).pause();
    stdin.setRawMode?.(false);
    stdout.off('resize', onResize);
    stdout.write(LEAVE);
    return status;
  }

  /** Asks anew, at once or when the last time was too short ago; changes meanwhile cost nothing. */
  #refresh(): void {
    this.#stale = true;
    if (this.#busy || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
    }, LEAST_BETWEEN_MS);
    this.#busy = true;
    this.#read()
      .catch((error: unknown) => {
        this.#state = String(error);
      })
      .finally(() => {
        this.#busy = false;
        this.#draw();
        if (this.#stale) this.#later();
      });
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#refresh();
    }, LEAST_BETWEEN_MS);
  }

  async #read(): Promise<void> {
    this.#stale = false;
    const rows = Math.max(1, (this.#world.stdout.rows ?? 24) - AROUND);
    const result = await this.#session.run(this.#commandFor(rows));
    if (result.ok) {
      const lines = result.answer.report.split('\n');
      this.#body = lines
        .slice(3, lines.lastIndexOf('---    END'))
        .filter((line) => !/^RETCODE = 0 /.test(line));
    } else if (result.status === exitStatus.noSession) {
      this.#state = result.message;
      if (this.#session.isOver) this.#finish(result.status);
    } else this.#body = [result.message];
  }

  #draw(): void {
    const { stdout, voice } = this.#world;
    const [columns, rows] = [stdout.columns ?? 80, stdout.rows ?? 24];
    const clock = new Date().toISOString().slice(0, 19).replace('T', ' ');
    const head = `${clock}  ${this.#session.description}  ${this.#state}  ${voice.say('watchKeys')}`;
    const lines = [head, ...this.#body].slice(0, rows - 1).map((line) => cutTo(columns, line));
    const painted = lines.map((line, at) => (at === 0 ? `\u001b[7m${line}${RESET}` : paint(line)));
    stdout.write(`${HOME}${painted.map((line) => `${line}${CLEAR_LINE}\r\n`).join('')}${CLEAR_REST}`);
  }
}

function paint(line: string): string {
  const colour = colours.find(([word]) => word.test(line))?.[1];
  return colour === undefined ? line : `${colour}${line}${RESET}`;
}

/** As much of a line as fits the terminal. */
function cutTo(columns: number, line: string): string {
  let cells = 0;
  let fitting = '';
  for (const character of line) {
    cells += displayWidth(character);
    if (cells > columns) return fitting;
    fitting += character;
  }
  return fitting;
}
