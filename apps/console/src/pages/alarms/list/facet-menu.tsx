import { DownOutlined } from '@ant-design/icons';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DropPanel } from '../../../components/drop-panel.js';
import { type AlarmView, chosenOf, withChosen } from '../../../data/alarm-view.js';
import { facetOptions } from '../../../data/facet-options.js';
import type { MenuFacet } from '../../../data/facets-shown.js';
import { useNeIds } from '../../../data/queries.js';
import { useFacets } from '../../../data/use-facets.js';
import { useValueName } from './use-value-name.js';

interface FacetMenuProps {
  readonly view: AlarmView;
  readonly facet: MenuFacet;
  readonly onChange: (view: AlarmView) => void;
}

/** The values of a facet behind a button; it counts its alarms while it is open. */
export function FacetMenu({ view, facet, onChange }: FacetMenuProps): ReactNode {
  const { t } = useTranslation();
  const chosen = chosenOf(view, facet).length;
  const face = (
    <>
      {t(`facet.${facet}`)}
      {chosen > 0 && (
        <>
          {' '}
          <b className="facet-chosen">{chosen}</b> <span className="unseen">{t('facet.isChosen')}</span>
        </>
      )}
      <DownOutlined className="user-caret" aria-hidden="true" />
    </>
  );
  return (
    <DropPanel side="left" face={face}>
      <FacetPanel view={view} facet={facet} onChange={onChange} />
    </DropPanel>
  );
}

/** From how many values on there is something to search in. */
const MANY = 8;

function FacetPanel({ view, facet, onChange }: FacetMenuProps): ReactNode {
  const { t, i18n } = useTranslation();
  const hint = useId();
  const nameOf = useValueName();
  const [search, setSearch] = useState('');
  const { data, error } = useFacets(view);
  const { data: neIds = [] } = useNeIds(facet === 'ne');
  const counted = data?.facets[facet];
  const chosen = chosenOf(view, facet);
  const others = facet === 'ne' ? neIds : [];
  const isWhole = counted !== undefined && counted.values.length === counted.distinct;
  const options = facetOptions({ counted: counted?.values ?? [], isWhole, chosen, others }, search, (value) =>
    nameOf(facet, value),
  );
  const toggle = (value: string, on: boolean) =>
    onChange(withChosen(view, facet, on ? [...chosen, value] : chosen.filter((other) => other !== value)));
  const many = (counted?.distinct ?? 0) > MANY || others.length > MANY;
  return (
    <fieldset className="facet-panel" aria-describedby={hint} data-testid={`facet-${facet}`}>
      <legend className="unseen">{t(`facet.${facet}`)}</legend>
      {many && (
        <input
          className="field"
          type="search"
          aria-label={t('facet.search', { facet: t(`facet.${facet}`) })}
          placeholder={t('facet.search', { facet: t(`facet.${facet}`) })}
          maxLength={100}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      )}
      <ul>
        {options.map(({ value, count }) => (
          <li key={value}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={({ target }) => toggle(value, target.checked)}
              />
              <span className="facet-name">
                {nameOf(facet, value)} {facet === 'alarmId' && <span className="cell-faint">{value}</span>}
              </span>
              <b>{count?.toLocaleString(i18n.language)}</b>
            </label>
          </li>
        ))}
      </ul>
      <p id={hint} className="facet-hint">
        {hintOf()}
      </p>
    </fieldset>
  );

  function hintOf(): string {
    if (error && !data) return t('facet.failed', { reason: error.message });
    if (!data) return t('app.loading');
    if (options.length === 0) return t('facet.none');
    if (!data.complete) return t('facet.newest');
    return !isWhole && counted
      ? t('facet.most', { count: counted.values.length, distinct: counted.distinct })
      : '';
  }
}
