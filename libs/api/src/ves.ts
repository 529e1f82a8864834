import { z } from 'zod';
import type { Endpoint } from './endpoint.js';

/** The largest body of a VES request, bytes: the published maximum. */
export const MOST_VES_BYTES = 2 ** 21;
/** The most events of a batch. */
export const MOST_VES_EVENTS = 2_000;

const name = z.string().min(1).max(255);
const text = z.string().max(4096);
const epochMicrosec = z.number().min(0);

/** Domains of VES 7.2.1; the OMC takes `fault` and `heartbeat`. */
const header = z.looseObject({
  domain: z.enum(['fault', 'heartbeat'], {
    error: 'must be fault or heartbeat: other domains are not taken',
  }),
  eventId: name,
  eventName: name,
  lastEpochMicrosec: epochMicrosec,
  priority: z.enum(['High', 'Medium', 'Normal', 'Low']),
  reportingEntityName: name,
  sequence: z.number().int(),
  sourceName: name,
  startEpochMicrosec: epochMicrosec,
  version: z.enum(['4.0', '4.0.1', '4.1']),
  vesEventListenerVersion: z.enum(['7.0', '7.0.1', '7.1', '7.1.1', '7.2', '7.2.1']),
});

const faultFields = z.looseObject({
  faultFieldsVersion: z.literal('4.0'),
  alarmCondition: text.min(1),
  eventSeverity: z.enum(['CRITICAL', 'MAJOR', 'MINOR', 'WARNING', 'NORMAL']),
  eventSourceType: text,
  specificProblem: text,
  vfStatus: z.enum([
    'Active',
    'Idle',
    'Preparing to terminate',
    'Ready to terminate',
    'Requesting termination',
  ]),
  alarmInterfaceA: text.optional(),
  eventCategory: text.optional(),
  alarmAdditionalInformation: z.record(z.string().max(255), text).optional(),
});

const heartbeatFields = z.looseObject({
  heartbeatFieldsVersion: z.literal('3.0'),
  heartbeatInterval: z.number().int().min(1).max(86_400),
});

/** An event of the VES 7 common event format (30.2.1); members that are not known are ignored. */
const vesEvent = z
  .looseObject({
    commonEventHeader: header,
    faultFields: faultFields.optional(),
    heartbeatFields: heartbeatFields.optional(),
  })
  .refine(({ commonEventHeader, faultFields: fields }) => commonEventHeader.domain !== 'fault' || fields, {
    path: ['faultFields'],
    error: 'is required in the domain fault',
  });
export type VesEvent = z.infer<typeof vesEvent>;

const vesException = z.object({ messageId: z.string(), text: z.string(), variables: z.array(z.string()) });

/** An error as VES tells it. */
export const vesError = z.object({
  requestError: z.object({
    serviceException: vesException.exactOptional(),
    policyException: vesException.exactOptional(),
  }),
});
export type VesError = z.infer<typeof vesError>;

const vesEndpoint = {
  method: 'POST',
  role: 'operator',
  basicAuth: true,
  wholeNetwork: true,
  refuses: [404],
  answers: { status: 202 },
} as const;

/** VES operations, below `/eventListener/v7`. */
export const vesEndpoints = {
  postVesEvent: {
    ...vesEndpoint,
    path: '/',
    summary: 'Take a VES event (fault or heartbeat); answered after the commit',
    body: z.looseObject({ event: vesEvent }),
  },
  postVesEventBatch: {
    ...vesEndpoint,
    path: '/eventBatch',
    summary: 'Take several VES events, all or none; answered after the commit',
    body: z.looseObject({ eventList: z.array(vesEvent).min(1).max(MOST_VES_EVENTS) }),
  },
} as const satisfies Record<string, Endpoint>;
