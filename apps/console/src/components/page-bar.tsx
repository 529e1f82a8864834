import type { ReactNode } from 'react';

interface PageBarProps {
  readonly title: string;
  readonly searchLabel: string;
  readonly search: string;
  readonly onSearch: (text: string) => void;
  /** What was just done. */
  readonly said: string;
  readonly count: string;
  /** Beside the search field. */
  readonly middle?: ReactNode;
  /** What can be done here. */
  readonly children?: ReactNode;
}

/** The line above a table: what it is, a search, what was just done, how many rows there are. */
export function PageBar(props: PageBarProps): ReactNode {
  return (
    <div className="page-bar">
      <h1>{props.title}</h1>
      <input
        className="field"
        type="search"
        aria-label={props.searchLabel}
        placeholder={props.searchLabel}
        value={props.search}
        onChange={(event) => props.onSearch(event.target.value)}
      />
      {props.middle}
      <span className="header-gap" />
      <output className="said">{props.said}</output>
      <span className="shown-count">{props.count}</span>
      {props.children}
    </div>
  );
}
