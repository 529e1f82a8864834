import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { ApiTokenResource, NewApiTokenResource, Whoami } from '@omc/api';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { RowButton } from '../../components/row-button.js';
import { formatLocal } from '../../data/instants.js';
import { lazyPart } from '../../data/lazy-part.js';
import { useTokens } from '../../data/people-queries.js';
import { reasonOf } from '../../data/reason-of.js';
import { useNow } from '../../data/use-now.js';
import { lazyWithTexts } from '../../i18n/lazy-with-texts.js';
import { NewToken } from './new-token.js';

const TokenDialog = lazyWithTexts(['users'], () => import('./token-dialog.js'));
const EndTokenDialog = lazyPart(() => import('./end-token-dialog.js'));

/** The API tokens by which programs come in: one's own, for an admin those of everybody. */
export function Tokens({ session }: { session: Whoami }): ReactNode {
  const { t } = useTranslation();
  const tokens = useTokens();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<NewApiTokenResource | null>(null);
  const [ending, setEnding] = useState<ApiTokenResource | null>(null);
  return (
    <section className="card" aria-label={t('tokens.title')}>
      <h2>{t('tokens.title')}</h2>
      <p className="form-hint">{t('tokens.intro')}</p>
      {made && <NewToken made={made} onClose={() => setMade(null)} />}
      {tokens.error && (
        <p className="form-trouble">{t('form.failed', { reason: reasonOf(tokens.error, t) })}</p>
      )}
      {tokens.data && <TokenTable tokens={tokens.data} onEnd={setEnding} />}
      <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => setAdding(true)}>
        {t('tokens.add')}
      </Button>
      <Suspense fallback={null}>
        {adding && (
          <TokenDialog
            session={session}
            onDone={(token) => {
              setMade(token);
              setAdding(false);
            }}
            onClose={() => setAdding(false)}
          />
        )}
        {ending && (
          <EndTokenDialog token={ending} onDone={() => setEnding(null)} onClose={() => setEnding(null)} />
        )}
      </Suspense>
    </section>
  );
}

interface TokenTableProps {
  readonly tokens: readonly ApiTokenResource[];
  readonly onEnd: (token: ApiTokenResource) => void;
}

function TokenTable({ tokens, onEnd }: TokenTableProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  if (tokens.length === 0) return <p className="form-hint">{t('tokens.none')}</p>;
  return (
    <table className="plain-table card-table">
      <thead>
        <tr>
          {(['owner', 'name', 'role', 'expires', 'used'] as const).map((name) => (
            <th key={name} scope="col">
              {t(`tokens.${name}`)}
            </th>
          ))}
          <th scope="col">{t('nes.actions')}</th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <tr key={token.id}>
            <td>{token.user}</td>
            <td>{token.name}</td>
            <td>{t(`role.${token.role}`)}</td>
            <td className={Date.parse(token.expiresAt) < now ? 'is-bad' : ''}>
              {formatLocal(Date.parse(token.expiresAt))}
            </td>
            <td>{token.lastUsedAt ? formatLocal(Date.parse(token.lastUsedAt)) : t('tokens.never')}</td>
            <td>
              <RowButton
                icon={<DeleteOutlined aria-hidden="true" />}
                title={t('tokens.end')}
                label={t('tokens.endNamed', { name: token.name })}
                onClick={() => onEnd(token)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
