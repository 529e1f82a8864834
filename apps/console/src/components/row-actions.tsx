import type { ColDef } from 'ag-grid-community';
import type { CustomCellRendererProps } from 'ag-grid-react';
import type { TFunction } from 'i18next';
import type { ComponentType, ReactNode } from 'react';
import type { UrlState } from '../data/url-state.js';
import { PageLink } from './page-link.js';
import { RowButton } from './row-button.js';

/** What can be done about a row: a deed, or a way to another page. */
export type RowAction = {
  readonly icon: ComponentType<{ readonly 'aria-hidden': 'true' }>;
  /** What it does, in a word. */
  readonly title: string;
  /** The same with what it is done to, for who hears the page. */
  readonly label: string;
} & ({ readonly run: () => void; readonly disabled?: boolean } | { readonly to: Partial<UrlState> });

interface ActionsOf<Row> {
  readonly actionsOf: (row: Row) => readonly RowAction[];
}

function ActionsCell<Row>({ data, actionsOf }: CustomCellRendererProps<Row> & ActionsOf<Row>): ReactNode {
  return (
    <span className="row-actions">
      {data && actionsOf(data).map((action) => <One key={action.label} {...action} />)}
    </span>
  );
}

function One({ icon: Icon, title, label, ...does }: RowAction): ReactNode {
  const icon = <Icon aria-hidden="true" />;
  if ('run' in does)
    return (
      <RowButton
        icon={icon}
        title={title}
        label={label}
        disabled={does.disabled ?? false}
        onClick={does.run}
      />
    );
  return (
    <PageLink className="button button-quiet" to={does.to} aria-label={label} title={title}>
      {icon}
    </PageLink>
  );
}

/** The last column of a table: what can be done about each row. */
export function actionsColumn<Row>(
  t: TFunction,
  initialWidth: number,
  actionsOf: ActionsOf<Row>['actionsOf'],
): ColDef<Row> {
  return {
    colId: 'actions',
    headerName: t('nes.actions'),
    initialWidth,
    sortable: false,
    cellRenderer: ActionsCell<Row>,
    cellRendererParams: { actionsOf },
  };
}
