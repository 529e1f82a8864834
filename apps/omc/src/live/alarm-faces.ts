import type { Alarm } from '@omc/alarm';
import type { AlarmResource } from '@omc/api';

interface Face {
  readonly resource: AlarmResource;
  json?: string;
}

/**
 * How alarms look from outside: each is presented and written as JSON at most once, in however many lists it is. Lives
 * as long as a batch is published, so that nothing is kept of it.
 */
export class AlarmFaces {
  readonly #present: (alarm: Alarm) => AlarmResource;
  readonly #faces = new Map<Alarm, Face>();

  constructor(present: (alarm: Alarm) => AlarmResource) {
    this.#present = present;
  }

  resource(alarm: Alarm): AlarmResource {
    return this.#face(alarm).resource;
  }

  json(alarm: Alarm): string {
    const face = this.#face(alarm);
    face.json ??= JSON.stringify(face.resource);
    return face.json;
  }

  #face(alarm: Alarm): Face {
    let face = this.#faces.get(alarm);
    if (face === undefined) {
      face = { resource: this.#present(alarm) };
      this.#faces.set(alarm, face);
    }
    return face;
  }
}
