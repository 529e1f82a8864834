import { CloseCircleOutlined } from '@ant-design/icons';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { Choice } from '../../../components/choice.js';
import { type AlarmView, everythingActive, isNarrowed } from '../../../data/alarm-view.js';
import type { ListLayout } from '../../../data/cause-rows.js';
import { navigate } from '../../../data/use-url-state.js';
import type { AlarmTableHandle } from './alarm-table.js';
import { CauseSum } from './cause-sum.js';
import { ColumnMenu } from './column-menu.js';
import { NeField } from './ne-field.js';
import { SearchField } from './search-field.js';
import { SeverityChips } from './severity-chips.js';
import { ShownCount } from './shown-count.js';

interface FilterBarProps {
  readonly view: AlarmView;
  readonly layout: ListLayout;
  readonly table: RefObject<AlarmTableHandle | null>;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly onLeaveSearch: () => void;
}

/** Which alarms are shown: everything here is in the address too. */
export function FilterBar({ view, layout, table, search, onLeaveSearch }: FilterBarProps): ReactNode {
  const { t } = useTranslation();
  const narrow = (change: Partial<AlarmView>) =>
    navigate({ view: { ...view, ...change } }, change.q === undefined ? 'push' : 'replace');
  return (
    <search className="filter-bar" aria-label={t('alarms.filters')}>
      <Choice
        label={t('alarms.state')}
        value={view.state}
        options={(['active', 'cleared', 'all'] as const).map((value) => ({
          value,
          label: t(`alarms.${value}`),
        }))}
        onChange={(state) => narrow({ state })}
      />
      <SeverityChips view={view} onChange={(severity) => narrow({ severity })} />
      <NeField value={view.ne} onChange={(ne) => narrow({ ne })} />
      <SearchField ref={search} value={view.q} onChange={(q) => narrow({ q })} onLeave={onLeaveSearch} />
      {isNarrowed(view) && (
        <Button
          look="quiet"
          icon={<CloseCircleOutlined aria-hidden="true" />}
          title={t('alarms.reset')}
          onClick={() => navigate({ view: { ...everythingActive, state: view.state } })}
        >
          <span className="reset-word">{t('alarms.reset')}</span>
        </Button>
      )}
      <ShownCount view={view} />
      <span className="header-gap" />
      {view.state === 'active' && <ByCause layout={layout} />}
      <ColumnMenu table={table} />
    </search>
  );
}

/** How many causes there are behind what is active, and whether the list is laid out by them. */
function ByCause({ layout }: { layout: ListLayout }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <CauseSum />
      <Choice
        label={t('cause.layout')}
        value={layout}
        options={(['causes', 'flat'] as const).map((value) => ({ value, label: t(`cause.${value}Layout`) }))}
        onChange={(to) => navigate({ layout: to })}
      />
    </>
  );
}
