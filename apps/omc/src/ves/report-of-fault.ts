import { type Catalogue, isObjectName, type Report, type Severity } from '@omc/alarm';
import type { VesEvent } from '@omc/api';
import { MAX_TEXT_LENGTH, safeInfo, safeText } from '@omc/wire';

/** What a fault event becomes, or why it becomes nothing. */
export type FaultReading =
  | { readonly report: Report }
  | {
      readonly reason: 'unknown-ne' | 'unknown-alarm-type' | 'malformed';
      readonly field: string;
      readonly detail: string;
    };

type Fault = NonNullable<VesEvent['faultFields']>;

/** What is known when a fault is read. */
export interface FaultKnowledge {
  readonly catalogue: Catalogue;
  isRegistered(ne: string): boolean;
}

const SEVERITIES: Readonly<Record<string, Severity>> = {
  CRITICAL: 'critical',
  MAJOR: 'major',
  MINOR: 'minor',
  WARNING: 'warning',
};

/** Reads a fault event: of which NE, object and alarm type it is; its time is that of its arrival. */
export function reportOfFault(event: VesEvent, arrivedAt: number, known: FaultKnowledge): FaultReading {
  const fields = event.faultFields;
  if (fields === undefined)
    return { reason: 'malformed', field: 'faultFields', detail: 'is required in the domain fault' };
  const ne = neOf(event, known);
  if (ne === undefined) return unknownNe(event);
  const object = objectOf(fields);
  if (object === undefined)
    return {
      reason: 'malformed',
      field: 'faultFields.alarmAdditionalInformation.object',
      detail: 'must be comma-joined Type=id pairs of at most 255 bytes, or empty',
    };
  const type = typeOf(event, fields, known.catalogue);
  if (type === undefined)
    return {
      reason: 'unknown-alarm-type',
      field: 'faultFields',
      detail:
        'must name an alarm type of the catalogue: by alarmAdditionalInformation.alarmId, or its name as specificProblem, alarmCondition or eventName',
    };
  const severity = SEVERITIES[fields.eventSeverity];
  const text = safeText(fields.specificProblem || fields.alarmCondition).slice(0, MAX_TEXT_LENGTH);
  return {
    report: {
      ...{ ne, object, alarmId: type, at: arrivedAt, arrivedAt, text },
      state: severity === undefined ? 'ok' : 'fault',
      ...(severity !== undefined && { severity }),
      info: safeInfo(fields.alarmAdditionalInformation ?? {}) ?? {},
    },
  };
}

/** The NE of an event: the source, else who reports for it. */
export function neOf({ commonEventHeader: header }: VesEvent, known: Pick<FaultKnowledge, 'isRegistered'>) {
  return [header.sourceName, header.reportingEntityName].find((name) => known.isRegistered(name));
}

/** Nobody that an event names is registered. */
export function unknownNe({ commonEventHeader: { sourceName } }: VesEvent) {
  const detail = `NE ${sourceName} is not registered`;
  return { reason: 'unknown-ne', field: 'commonEventHeader.sourceName', detail } as const;
}

/** The object that is named, else the interface, else the NE itself; undefined where the name is none. */
function objectOf({ alarmAdditionalInformation: told, alarmInterfaceA }: Fault): string | undefined {
  const named = told?.['object'];
  if (named !== undefined) return isObjectName(named) && safeText(named) === named ? named : undefined;
  if (!alarmInterfaceA) return '';
  if (isObjectName(alarmInterfaceA)) return alarmInterfaceA;
  const asInterface = `Interface=${alarmInterfaceA.replace(/[,=\p{Cc}\p{Cs}]+/gu, '_')}`;
  return isObjectName(asInterface) ? asInterface : '';
}

/** The alarm type that is named by its number, or in words as the catalogue has them. */
function typeOf({ commonEventHeader }: VesEvent, fields: Fault, catalogue: Catalogue): number | undefined {
  const told = fields.alarmAdditionalInformation?.['alarmId'];
  if (told !== undefined) return reportable(/^\d{1,10}$/.test(told) ? Number(told) : Number.NaN, catalogue);
  for (const words of [fields.specificProblem, fields.alarmCondition, commonEventHeader.eventName]) {
    const wanted = words.trim().toLowerCase();
    for (const { alarmId, name, origin } of catalogue.values())
      if (origin === 'report' && (name.en.toLowerCase() === wanted || name.zh === wanted)) return alarmId;
  }
  return undefined;
}

function reportable(alarmId: number, catalogue: Catalogue): number | undefined {
  return catalogue.get(alarmId)?.origin === 'report' ? alarmId : undefined;
}
