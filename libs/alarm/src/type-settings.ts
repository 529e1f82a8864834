import type { Alarm } from './alarm.js';
import type { AutoAcknowledge, AutoAcknowledgement } from './auto-acknowledge.js';
import { defaultThresholds, type TypeThresholds } from './derived/type-counts.js';
import type { Severity } from './severity.js';

/** Severities of a type in single NEs, by NE. */
export type NeSeverities = Readonly<Record<string, Severity>>;

/** What operators can set about an alarm type; what is left out stays as it is, null takes back what was set. */
export interface TypeChange {
  /** The severity of alarms that are raised from now on, whatever their reports say. */
  readonly severity?: Severity | null;
  /** The same for the alarms of single NEs, which goes before it. */
  readonly neSeverities?: Readonly<Record<string, Severity | null>>;
  /** When alarms of the type are acknowledged by themselves, whatever their severity. */
  readonly autoAcknowledge?: AutoAcknowledge | null;
  /** How many active alarms of the type are not unusual yet. */
  readonly thresholds?: { readonly [Where in keyof TypeThresholds]?: number };
}

/** What operators have set about an alarm type. */
export interface TypeSetting {
  readonly alarmId: number;
  readonly severity?: Severity;
  readonly neSeverities?: NeSeverities;
  readonly autoAcknowledge?: AutoAcknowledge;
  readonly thresholds?: TypeChange['thresholds'];
}

/** What operators have set about alarm types; the catalogue tells the rest. */
export class TypeSettings {
  readonly #settings = new Map<number, TypeSetting>();
  #bySeverity: AutoAcknowledgement;
  #acknowledges = false;

  constructor(stored: Iterable<TypeSetting>, bySeverity: AutoAcknowledgement = {}) {
    for (const setting of stored) this.#settings.set(setting.alarmId, setting);
    this.#bySeverity = bySeverity;
    this.#findAcknowledges();
  }

  /** The severity that was set, of the NE first, which goes before that of a report; undefined where none was. */
  severityOf(alarmId: number, ne?: string): Severity | undefined {
    const setting = this.#settings.get(alarmId);
    return (ne === undefined ? undefined : setting?.neSeverities?.[ne]) ?? setting?.severity;
  }

  /** What was set about a type; undefined where nothing was. */
  settingOf(alarmId: number): TypeSetting | undefined {
    return this.#settings.get(alarmId);
  }

  /** More active alarms of the type than these are unusually many. */
  thresholdsOf(alarmId: number): TypeThresholds {
    return { ...defaultThresholds, ...this.#settings.get(alarmId)?.thresholds };
  }

  /** Whether any alarm is acknowledged by itself. */
  get acknowledges(): boolean {
    return this.#acknowledges;
  }

  /** What is acknowledged by itself, by severity. */
  get autoAcknowledgement(): AutoAcknowledgement {
    return this.#bySeverity;
  }

  set autoAcknowledgement(bySeverity: AutoAcknowledgement) {
    this.#bySeverity = bySeverity;
    this.#findAcknowledges();
  }

  /** When an alarm is acknowledged by itself: as was set for its type, else for its severity. */
  autoAcknowledgeOf({ alarmId, severity }: Alarm): AutoAcknowledge {
    return this.#settings.get(alarmId)?.autoAcknowledge ?? this.#bySeverity[severity] ?? 'never';
  }

  /** Changes what is named and keeps the rest. */
  change(alarmId: number, change: TypeChange): TypeSetting {
    const { severity, neSeverities, autoAcknowledge, thresholds, ...before } = {
      ...this.#settings.get(alarmId),
      alarmId,
    };
    const changed = {
      severity: changedTo(severity, change.severity),
      neSeverities: mergedWith(neSeverities, change.neSeverities),
      autoAcknowledge: changedTo(autoAcknowledge, change.autoAcknowledge),
      thresholds: change.thresholds === undefined ? thresholds : { ...thresholds, ...change.thresholds },
    };
    const setting = { ...before, ...named(changed) } as TypeSetting;
    this.#settings.set(alarmId, setting);
    this.#findAcknowledges();
    return setting;
  }

  /** Forgets what was set for an NE that is removed. Gives the settings that this has changed. */
  forgetNe(ne: string): TypeSetting[] {
    const touched = [...this.#settings.values()].filter(
      ({ neSeverities }) => neSeverities?.[ne] !== undefined,
    );
    return touched.map(({ alarmId }) => this.change(alarmId, { neSeverities: { [ne]: null } }));
  }

  #findAcknowledges(): void {
    const set = [...this.#settings.values()].map(({ autoAcknowledge }) => autoAcknowledge);
    this.#acknowledges = [...set, ...Object.values(this.#bySeverity)].some(
      (when) => when === 'raised' || when === 'cleared',
    );
  }
}

function changedTo<Value>(before: Value | undefined, change: Value | null | undefined): Value | undefined {
  return change === undefined ? before : (change ?? undefined);
}

function mergedWith(
  before: NeSeverities = {},
  change: TypeChange['neSeverities'] = {},
): NeSeverities | undefined {
  const merged = Object.entries({ ...before, ...change }).filter(
    (entry): entry is [string, Severity] => entry[1] !== null,
  );
  return merged.length === 0 ? undefined : Object.fromEntries(merged);
}

/** Without what is undefined. */
function named<Facts extends object>(facts: Facts): Partial<Facts> {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as Partial<Facts>;
}
