import { EditOutlined, PlusOutlined, UndoOutlined } from '@ant-design/icons';
import type { AlarmResource, NoteResource } from '@omc/api';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { useTroubleText } from '../../../components/use-trouble-text.js';
import { formatLocal } from '../../../data/instants.js';
import {
  isSamePlace,
  kindOf,
  type NoteChange,
  type NotePlace,
  useNoteChange,
  useNotes,
} from '../../../data/note-queries.js';
import { reasonOf } from '../../../data/reason-of.js';
import { useMayNotAct } from '../../../data/use-may-not-act.js';
import { NoteForm } from './note-form.js';

/** What operators wrote down about the NE and the type of an alarm; it is shown with each of their alarms. */
export function NotesSection({ alarm }: { alarm: AlarmResource }): ReactNode {
  const { t } = useTranslation();
  const { data: notes, error } = useNotes(alarm.id);
  const change = useNoteChange();
  const trouble = useTroubleText(change.error);
  const reason = useMayNotAct();
  const [draft, setDraft] = useState<NotePlace | null>(null);
  const [removed, setRemoved] = useState<NoteResource | null>(null);
  const put = (to: NoteChange, gone: NoteResource | null) =>
    change.mutate(to, {
      onSuccess: () => {
        setDraft(null);
        setRemoved(gone);
      },
    });
  const places = placesOf(alarm);
  const free = places.find((place) => !notes?.some((note) => isSamePlace(note, place)));
  return (
    <section aria-label={t('notes.title')} data-testid="notes">
      <h3>{t('notes.title')}</h3>
      {error && <p className="detail-note">{t('detail.failed', { reason: reasonOf(error, t) })}</p>}
      {notes?.map((note) => (
        <Note key={`${note.ne} ${note.alarmId}`} note={note} reason={reason} onEdit={() => setDraft(note)} />
      ))}
      <Button
        look="quiet"
        icon={<PlusOutlined aria-hidden="true" />}
        disabled={reason !== undefined || !notes || !free}
        title={reason ?? (notes && !free ? t('notes.full') : undefined)}
        onClick={() => setDraft(free ?? null)}
      >
        {t('notes.add')}
      </Button>
      {draft && notes && (
        <NoteForm
          key={kindOf(draft)}
          first={draft}
          places={places}
          notes={notes}
          busy={change.isPending}
          onPut={(place, text) => put({ place, text }, null)}
          onRemove={(note) => put({ place: note, text: null }, note)}
          onClose={() => setDraft(null)}
        />
      )}
      <output className="actions-outcome">
        {trouble && <span className="form-trouble">{trouble}</span>}
        {removed && (
          <span className="said">
            {t('notes.removed')}{' '}
            <Button
              look="quiet"
              icon={<UndoOutlined aria-hidden="true" />}
              onClick={() => put({ place: removed, text: removed.text }, null)}
            >
              {t('action.undo')}
            </Button>
          </span>
        )}
      </output>
    </section>
  );
}

/** Where a note can stick that is shown with an alarm; what the OMC says of the network as a whole has no NE. */
function placesOf({ ne, alarmId }: AlarmResource): readonly NotePlace[] {
  const ofType = { ne: null, alarmId };
  return ne === 'network' ? [ofType] : [{ ne, alarmId: null }, { ne, alarmId }, ofType];
}

interface NoteProps {
  readonly note: NoteResource;
  /** Why it may not be changed; undefined where it may. */
  readonly reason: string | undefined;
  readonly onEdit: () => void;
}

function Note({ note, reason, onEdit }: NoteProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="note">
      <p>{note.text}</p>
      <small>
        {t(`notes.${kindOf(note)}`)} · {t('ack.by', { user: note.by, at: formatLocal(Date.parse(note.at)) })}
      </small>
      <Button
        look="quiet"
        icon={<EditOutlined aria-hidden="true" />}
        disabled={reason !== undefined}
        title={reason ?? t('notes.edit')}
        aria-label={t('notes.edit')}
        onClick={onEdit}
      />
    </div>
  );
}
