import type { ViewResource, Whoami } from '@omc/api';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { mayOperate } from '../../../data/rights.js';
import type { contentOf } from '../../../data/saved-view.js';
import { navigate } from '../../../data/use-url-state.js';
import type { useViewDeeds, ViewDeed } from '../../../data/use-views.js';

interface OpenedViewProps {
  readonly view: ViewResource;
  readonly modified: boolean;
  readonly session: Whoami;
  readonly act: ReturnType<typeof useViewDeeds>;
  readonly content: () => ReturnType<typeof contentOf>;
  readonly onDone: (said: string) => void;
}

/** What can be done about the view that is open: a view of somebody else can only be begun with. */
export function OpenedView({ view, modified, session, act, content, onDone }: OpenedViewProps): ReactNode {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  const mayChange = view.owner === session.user || session.role === 'admin';
  const mayShare = mayOperate(session.role);
  const reason = mayChange ? undefined : t('views.notYours', { owner: view.owner });
  const { name } = view;
  const run = (deed: ViewDeed, said: string, then?: () => void) =>
    act.mutate(deed, {
      onSuccess: () => {
        onDone(said);
        then?.();
      },
    });
  const change = (patch: Extract<ViewDeed, { kind: 'change' }>['patch'], said: string) =>
    run({ kind: 'change', view, patch }, said);
  return (
    <section className="opened-view" aria-label={name}>
      <h3>{modified ? t('views.modified', { name }) : name}</h3>
      <div className="opened-view-buttons">
        <Button
          disabled={!mayChange || act.isPending}
          title={reason}
          onClick={() => change(content(), t('views.saved', { name }))}
        >
          {t('views.save')}
        </Button>
        <Button
          disabled={act.isPending}
          onClick={() =>
            run(
              { kind: 'default', id: view.default ? null : view.id },
              t(view.default ? 'views.noDefault' : 'views.nowDefault', { name }),
            )
          }
        >
          {t(view.default ? 'views.unsetDefault' : 'views.setDefault')}
        </Button>
        <Button
          disabled={!mayChange || !mayShare || act.isPending}
          title={reason ?? (mayShare ? undefined : t('action.needsOperator'))}
          onClick={() =>
            change({ shared: !view.shared }, t(view.shared ? 'views.nowOwn' : 'views.nowShared', { name }))
          }
        >
          {t(view.shared ? 'views.unshare' : 'views.share')}
        </Button>
        {asks ? (
          <Button
            className="button-bad"
            onClick={() =>
              run({ kind: 'remove', view }, t('views.removed', { name }), () =>
                navigate({ saved: null }, 'replace'),
              )
            }
          >
            {t('views.reallyRemove')}
          </Button>
        ) : (
          <Button disabled={!mayChange} title={reason} onClick={() => setAsks(true)}>
            {t('views.remove')}
          </Button>
        )}
      </div>
      {mayChange && (
        <Rename name={name} onRename={(to) => change({ name: to }, t('views.saved', { name: to }))} />
      )}
    </section>
  );
}

function Rename({ name, onRename }: { name: string; onRename: (name: string) => void }): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState(name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '' && text.trim() !== name) onRename(text.trim());
  };
  return (
    <form className="save-as" onSubmit={submit}>
      <input
        className="field"
        aria-label={t('views.newName')}
        maxLength={64}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Button type="submit" disabled={text.trim() === '' || text.trim() === name}>
        {t('views.rename')}
      </Button>
    </form>
  );
}
