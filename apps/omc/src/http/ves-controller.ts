import { Controller, Inject, Req } from '@nestjs/common';
import { type VesEvent, vesEndpoints } from '@omc/api';
import type { Session } from '@omc/store';
import type { z } from 'zod';
import { OMC, type Omc } from '../omc.js';
import type { VesDesk, VesRefusal } from '../ves/ves-desk.js';
import { checked, Operation, Signed, type SignedRequest } from './operation.js';
import { ProblemException } from './problem-exception.js';

/** How deep a body may be nested. */
const MOST_DEPTH = 32;

/** The VES event listener: faults and heartbeats by HTTP. */
@Controller('eventListener/v7')
export class VesController {
  readonly #desk: VesDesk;

  constructor(@Inject(OMC) omc: Omc) {
    this.#desk = omc.ves;
  }

  @Operation(vesEndpoints.postVesEvent)
  async single(@Req() request: SignedRequest, @Signed() { user }: Session): Promise<void> {
    const { event } = this.#checked(vesEndpoints.postVesEvent.body, request.body, user, 1);
    await this.#take([event], () => 'event');
  }

  @Operation(vesEndpoints.postVesEventBatch)
  async batch(@Req() request: SignedRequest, @Signed() { user }: Session): Promise<void> {
    const list: unknown = request.body?.eventList;
    const events = Array.isArray(list) ? Math.max(1, list.length) : 1;
    const { eventList } = this.#checked(vesEndpoints.postVesEventBatch.body, request.body, user, events);
    await this.#take(eventList, (at) => `eventList[${at}]`);
  }

  #checked<Body>(schema: z.ZodType<Body>, body: unknown, user: string, events: number): Body {
    try {
      if (!isShallow(body, MOST_DEPTH))
        throw new ProblemException(400, `must be nested at most ${MOST_DEPTH} levels`);
      return checked(schema, body ?? {});
    } catch (error) {
      const sample = `${error instanceof ProblemException ? error.problem.detail : ''}`;
      this.#desk.refuse(user, 'malformed', sample, events);
      throw error;
    }
  }

  async #take(events: readonly VesEvent[], nameOf: (at: number) => string): Promise<void> {
    const refusal = await this.#desk.take(events);
    if (refusal !== undefined) throw problemOf(refusal, nameOf);
  }
}

function problemOf(
  { status, at, field, detail }: VesRefusal,
  nameOf: (at: number) => string,
): ProblemException {
  if (field === undefined || at === undefined) return new ProblemException(status, detail);
  const named = `${nameOf(at)}.${field}`;
  return new ProblemException(status, `${named}: ${detail}`, { errors: [{ field: named, reason: detail }] });
}

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((inner) => isShallow(inner, depth - 1));
}
