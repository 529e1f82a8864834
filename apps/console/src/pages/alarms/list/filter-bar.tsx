import { CloseCircleOutlined } from '@ant-design/icons';
import type { ViewResource } from '@omc/api';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { Choice } from '../../../components/choice.js';
import { type AlarmView, everythingActive, isNarrowed } from '../../../data/alarm-view.js';
import { menuFacets } from '../../../data/facets-shown.js';
import type { Look } from '../../../data/saved-view.js';
import { navigate } from '../../../data/use-url-state.js';
import { ViewsMenu } from '../views/views-menu.js';
import { CauseSum } from './cause-sum.js';
import { ChosenChips } from './chosen-chips.js';
import { ColumnMenu } from './column-menu.js';
import { FacetMenu } from './facet-menu.js';
import { SearchField } from './search-field.js';
import { SeverityChips } from './severity-chips.js';
import { ShownCount } from './shown-count.js';
import type { AlarmTableHandle } from './table-handle.js';

interface FilterBarProps {
  readonly look: Look;
  readonly opened: ViewResource | undefined;
  readonly table: RefObject<AlarmTableHandle | null>;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly onLeaveSearch: () => void;
  readonly onHelp: () => void;
}

/** Which alarms are shown: everything here is in the address too. */
export function FilterBar({ look, opened, table, search, onLeaveSearch, onHelp }: FilterBarProps): ReactNode {
  const { view, layout } = look;
  const { t } = useTranslation();
  const narrow = (change: Partial<AlarmView>) =>
    navigate({ view: { ...view, ...change } }, change.q === undefined ? 'push' : 'replace');
  return (
    <search className="filter-bar" aria-label={t('alarms.filters')}>
      <ViewsMenu look={look} opened={opened} table={table} />
      <Choice
        label={t('alarms.state')}
        value={view.state}
        options={(['active', 'current', 'cleared', 'all'] as const).map((value) => ({
          value,
          label: t(`alarms.${value}`),
        }))}
        onChange={(state) => narrow({ state })}
      />
      <SeverityChips view={view} onChange={(severity) => narrow({ severity })} />
      <span className="facets">
        {menuFacets.map((facet) => (
          <FacetMenu key={facet} view={view} facet={facet} onChange={narrow} />
        ))}
      </span>
      <SearchField ref={search} value={view.q} onChange={(q) => narrow({ q })} onLeave={onLeaveSearch} />
      <ChosenChips view={view} onChange={narrow} />
      {isNarrowed(view) && (
        <Button
          look="quiet"
          icon={<CloseCircleOutlined aria-hidden="true" />}
          title={t('alarms.reset')}
          onClick={() =>
            navigate({ view: { ...everythingActive, state: view.state, shelved: view.shelved } })
          }
        >
          <span className="reset-word">{t('alarms.reset')}</span>
        </Button>
      )}
      <ShownCount view={view} />
      {view.state === 'active' && <ByCause view={view} layout={layout} />}
      <ColumnMenu table={table} />
      <Button look="quiet" aria-label={t('keys.title')} title={t('keys.title')} onClick={onHelp}>
        <kbd>?</kbd>
      </Button>
    </search>
  );
}

/** How many causes there are behind what is shown, and whether the list is laid out by them. */
function ByCause({ view, layout }: Pick<Look, 'view' | 'layout'>): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <CauseSum view={view} />
      <Choice
        label={t('cause.layout')}
        value={layout}
        options={(['causes', 'flat'] as const).map((value) => ({ value, label: t(`cause.${value}Layout`) }))}
        onChange={(to) => navigate({ layout: to })}
      />
    </>
  );
}
