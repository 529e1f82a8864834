import type { NoteResource } from '@omc/api';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { useFocusReturn } from '../../../components/use-focus-return.js';
import { isSamePlace, kindOf, type NotePlace } from '../../../data/note-queries.js';

interface NoteFormProps {
  /** Where the note sticks that is written at first. */
  readonly first: NotePlace;
  readonly places: readonly NotePlace[];
  /** Those that are there: the text of a place is the one that is changed. */
  readonly notes: readonly NoteResource[];
  readonly busy: boolean;
  readonly onPut: (place: NotePlace, text: string) => void;
  readonly onRemove: (note: NoteResource) => void;
  readonly onClose: () => void;
}

/** Writes a note, or changes or takes away the one that is there. */
export function NoteForm(props: NoteFormProps): ReactNode {
  const { t } = useTranslation();
  const { first, places, notes, busy, onPut, onRemove, onClose } = props;
  useFocusReturn();
  const at = (place: NotePlace) => notes.find((note) => isSamePlace(note, place));
  const [place, setPlace] = useState(first);
  const [text, setText] = useState(at(first)?.text ?? '');
  const held = at(place);
  const move = (to: NotePlace) => {
    if (text === (held?.text ?? '')) setText(at(to)?.text ?? '');
    setPlace(to);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') onPut(place, text.trim());
  };
  return (
    <form
      className="comment-form"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <label>
        {t('notes.place')}
        <select
          className="field"
          value={kindOf(place)}
          onChange={({ target }) => move(places.find((each) => kindOf(each) === target.value) ?? place)}
        >
          {places.map((each) => (
            <option key={kindOf(each)} value={kindOf(each)}>
              {t(`notes.${kindOf(each)}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('notes.text')}
        <textarea
          className="field note-text"
          // The field is what was just asked for.
          ref={(field) => field?.focus()}
          rows={4}
          maxLength={4000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <Button type="submit" look="strong" disabled={busy || text.trim() === '' || text.trim() === held?.text}>
        {t('form.save')}
      </Button>
      {held && (
        <Button disabled={busy} onClick={() => onRemove(held)}>
          {t('notes.remove')}
        </Button>
      )}
      <Button onClick={onClose}>{t('form.cancel')}</Button>
    </form>
  );
}
