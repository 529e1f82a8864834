import { BookOutlined, DownOutlined } from '@ant-design/icons';
import type { ViewResource, Whoami } from '@omc/api';
import { type ReactNode, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DropPanel } from '../../../components/drop-panel.js';
import { useTroubleText } from '../../../components/use-trouble-text.js';
import { useSession } from '../../../data/queries.js';
import { RequestProblem } from '../../../data/request-errors.js';
import { contentOf, isModified, type Look } from '../../../data/saved-view.js';
import { navigate } from '../../../data/use-url-state.js';
import { useViewDeeds, useViews } from '../../../data/use-views.js';
import type { AlarmTableHandle } from '../list/table-handle.js';
import { openView } from './open-view.js';
import { OpenedView } from './opened-view.js';
import { SaveAs } from './save-as.js';
import { ViewList } from './view-list.js';

interface ViewsMenuProps {
  readonly look: Look;
  readonly opened: ViewResource | undefined;
  readonly table: RefObject<AlarmTableHandle | null>;
}

/** The saved views behind a button that names the one that is open. */
export function ViewsMenu({ look, opened, table }: ViewsMenuProps): ReactNode {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const name = opened
    ? t(isModified(opened, look) ? 'views.modified' : 'views.opened', { name: opened.name })
    : t('views.title');
  const face = (
    <>
      <BookOutlined aria-hidden="true" />
      <span className="view-name">{name}</span>
      <DownOutlined className="user-caret" aria-hidden="true" />
    </>
  );
  return (
    <DropPanel side="left" face={face} label={opened ? `${t('views.title')}: ${name}` : t('views.title')}>
      {session && <ViewsPanel look={look} opened={opened} table={table} session={session} />}
    </DropPanel>
  );
}

function ViewsPanel({ look, opened, table, session }: ViewsMenuProps & { session: Whoami }): ReactNode {
  const { t } = useTranslation();
  const { data: views = [], isSuccess, error } = useViews();
  const act = useViewDeeds();
  const [said, setSaid] = useState('');
  const trouble = useTroubleText(act.error ?? (isSuccess ? null : error));
  const conflict = act.error instanceof RequestProblem && act.error.status === 412;
  const content = () => contentOf(look, table.current?.columns() ?? []);
  const mine = views.filter(({ owner }) => owner === session.user);
  const others = views.filter(({ owner }) => owner !== session.user);
  return (
    <div className="views-panel" data-testid="views">
      <ViewList title={t('views.own')} views={mine} open={opened?.id ?? null} onOpen={openView} />
      <ViewList title={t('views.shared')} views={others} open={opened?.id ?? null} onOpen={openView} />
      {isSuccess && views.length === 0 && <p className="facet-hint">{t('views.none')}</p>}
      {opened && (
        <OpenedView
          key={opened.id}
          view={opened}
          modified={isModified(opened, look)}
          session={session}
          act={act}
          content={content}
          onDone={setSaid}
        />
      )}
      <SaveAs
        session={session}
        busy={act.isPending}
        onSave={(name, shared) =>
          act.mutate(
            { kind: 'add', post: { name, shared, ...content() } },
            {
              onSuccess: (view) => {
                setSaid(t('views.saved', { name }));
                if (view) navigate({ saved: view.id }, 'replace');
              },
            },
          )
        }
      />
      {trouble && (
        <p className="form-trouble" role="alert">
          {conflict ? t('views.conflict') : trouble}
        </p>
      )}
      <output className="said">{trouble ? '' : said}</output>
    </div>
  );
}
