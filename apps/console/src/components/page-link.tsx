import type { AnchorHTMLAttributes, MouseEvent, ReactNode } from 'react';
import type { UrlState } from '../data/url-state.js';
import { hrefOf, navigate, useUrlState } from '../data/use-url-state.js';

interface PageLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'onClick'> {
  readonly to: Partial<UrlState>;
}

/** A link within the console: a real address, so that it opens in a new tab too. */
export function PageLink({ to, ...rest }: PageLinkProps): ReactNode {
  useUrlState();
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(to);
  };
  return <a {...rest} href={hrefOf(to)} onClick={follow} />;
}
