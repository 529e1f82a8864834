import type { AlarmWriter, Command } from '@omc/alarm';
import type { AlarmReader } from '@omc/store';

/** The writer only has the alarms that are active: what is done to others is decided on what is stored of them. */
export class StoredAlarms {
  readonly #alarms: Pick<AlarmReader, 'readAll'>;
  readonly #writer: Pick<AlarmWriter, 'isActive'>;

  constructor(alarms: Pick<AlarmReader, 'readAll'>, writer: Pick<AlarmWriter, 'isActive'>) {
    this.#alarms = alarms;
    this.#writer = writer;
  }

  /** Whether a command is about an alarm that the writer does not have. */
  isNeededBy(command: Command): boolean {
    return this.#missing(command).length > 0;
  }

  /** The command with those alarms; to be called when everything before it is committed. */
  async complete(command: Command): Promise<Command> {
    const missing = this.#missing(command);
    return missing.length === 0
      ? command
      : ({ ...command, stored: await this.#alarms.readAll(missing) } as Command);
  }

  #missing(command: Command): string[] {
    if (command.kind !== 'act-on-alarms') return [];
    return [...new Set(command.actions.map(({ id }) => id))].filter((id) => !this.#writer.isActive(id));
  }
}
