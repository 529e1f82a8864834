import { Controller, Inject, Param } from '@nestjs/common';
import type { Scope } from '@omc/alarm';
import { endpoints, type NotePlaceQuery, type NotePut, type NoteResource, toRfc3339 } from '@omc/api';
import type { Note } from '@omc/store';
import type { SignedSession } from '../access/signed-session.js';
import type { Doer } from '../audit/audit-office.js';
import { OMC, type Omc } from '../omc.js';
import { alarmIdOf, noAlarm } from './alarm-id.js';
import { CheckedBody, CheckedQuery, Operation, Signed } from './operation.js';
import { ProblemException, refusedProblem } from './problem-exception.js';

@Controller('api/v1')
export class NotesController {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.listNotes)
  async list(@Signed() { scope }: SignedSession) {
    const notes = await this.#omc.store.notes.all();
    const sees = ({ ne }: Note) => ne === undefined || this.#omc.office.includes(scope, ne);
    return { items: notes.filter(sees).map(noteToResource) };
  }

  @Operation(endpoints.listAlarmNotes)
  async ofAlarm(@Param('id') id: string, @Signed() { scope }: SignedSession) {
    const alarm = (await this.#omc.office.read(alarmIdOf(id), scope)) ?? noAlarm(id);
    return { items: (await this.#omc.store.notes.of(alarm)).map(noteToResource) };
  }

  @Operation(endpoints.putNote)
  async put(@CheckedBody() { text, ...place }: NotePut, @Signed() session: SignedSession) {
    this.#mustBeKnown(place, session.scope);
    const entryOf = this.#entryOf(session, place);
    return noteToResource(await this.#omc.store.notes.put(place, text, session.user, entryOf));
  }

  @Operation(endpoints.removeNote)
  async remove(@CheckedQuery() place: NotePlaceQuery, @Signed() session: SignedSession): Promise<void> {
    this.#mustBeTheirs(place, session.scope);
    if (!(await this.#omc.store.notes.remove(place, this.#entryOf(session, place))))
      throw new ProblemException(404, 'there is no such note');
  }

  #entryOf(doer: Doer, { ne, alarmId }: NotePlaceQuery) {
    const places = [
      ...(ne === undefined ? [] : [`NE ${ne}`]),
      ...(alarmId === undefined ? [] : [`alarm type ${alarmId}`]),
    ];
    return (before: string | null, after: string | null) => {
      const action = after === null ? 'remove-note' : 'put-note';
      return this.#omc.audit.entryOf(doer, action, places.join(', '), before, after);
    };
  }

  /** A note on a type alone is shown to everybody: it is not for who is limited to some NEs. */
  #mustBeTheirs({ ne }: NotePlaceQuery, scope: Scope): void {
    const refusal = this.#omc.office.refusalBeyond(scope, ne);
    if (refusal !== undefined) throw refusedProblem(refusal);
  }

  #mustBeKnown(place: NotePlaceQuery, scope: Scope): void {
    this.#mustBeTheirs(place, scope);
    const { ne, alarmId } = place;
    if (ne !== undefined && !this.#omc.writer.nes.has(ne))
      throw new ProblemException(404, `ne: NE ${ne} is not registered`);
    if (alarmId !== undefined && !this.#omc.catalogue.has(alarmId))
      throw new ProblemException(404, `alarmId: type ${alarmId} is not in the catalogue`);
  }
}

function noteToResource({ ne, alarmId, text, by, at }: Note): NoteResource {
  return { ne: ne ?? null, alarmId: alarmId ?? null, text, by, at: toRfc3339(at) };
}
