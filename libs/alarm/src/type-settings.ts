import { defaultThresholds, type TypeThresholds } from './derived/type-counts.js';
import type { Severity } from './severity.js';

/** What operators can set about an alarm type; what is left out stays as it is. */
export interface TypeChange {
  /** The severity of alarms that are raised from now on, whatever their reports say. */
  readonly severity?: Severity;
  /** How many active alarms of the type are not unusual yet. */
  readonly thresholds?: { readonly [Where in keyof TypeThresholds]?: number };
}

/** What operators have set about an alarm type. */
export interface TypeSetting extends TypeChange {
  readonly alarmId: number;
}

/** What operators have set about alarm types; the catalogue tells the rest. */
export class TypeSettings {
  readonly #settings = new Map<number, TypeSetting>();

  constructor(stored: Iterable<TypeSetting>) {
    for (const setting of stored) this.#settings.set(setting.alarmId, setting);
  }

  /** What was set about a type; undefined where nothing was. */
  settingOf(alarmId: number): TypeSetting | undefined {
    return this.#settings.get(alarmId);
  }

  /** The severity that was set, which goes before that of a report; undefined where none was. */
  severityOf(alarmId: number): Severity | undefined {
    return this.#settings.get(alarmId)?.severity;
  }

  /** More active alarms of the type than these are unusually many. */
  thresholdsOf(alarmId: number): TypeThresholds {
    return { ...defaultThresholds, ...this.#settings.get(alarmId)?.thresholds };
  }

  /** Changes what is named and keeps the rest. */
  change(alarmId: number, { severity, thresholds }: TypeChange): TypeSetting {
    const before = this.#settings.get(alarmId);
    const setting = {
      ...before,
      alarmId,
      ...(severity === undefined ? {} : { severity }),
      ...(thresholds === undefined ? {} : { thresholds: { ...before?.thresholds, ...thresholds } }),
    };
    this.#settings.set(alarmId, setting);
    return setting;
  }
}
