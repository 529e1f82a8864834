import type { Alarm, Scope } from '@omc/alarm';
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
  readonly #present: (alarm: Alarm, scope: Scope) => AlarmResource;
  readonly #scope: Scope;
  readonly #faces = new Map<Alarm, Face>();
  /** For who is limited to some NEs, by these. */
  readonly #limited = new Map<string, AlarmFaces>();

  constructor(present: (alarm: Alarm, scope: Scope) => AlarmResource, scope: Scope = null) {
    this.#present = present;
    this.#scope = scope;
  }

  /** How alarms look for who sees the NEs of a scope. */
  for(scope: Scope): AlarmFaces {
    if (scope === null) return this;
    const key = JSON.stringify(scope);
    const faces = this.#limited.get(key) ?? new AlarmFaces(this.#present, scope);
    this.#limited.set(key, faces);
    return faces;
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
      face = { resource: this.#present(alarm, this.#scope) };
      this.#faces.set(alarm, face);
    }
    return face;
  }
}
