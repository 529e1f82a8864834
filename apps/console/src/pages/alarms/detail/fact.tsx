import type { ReactNode } from 'react';

/** A name and what it is; nothing at all where there is nothing to say. */
export function Fact({ name, children }: { name: string; children: ReactNode }): ReactNode {
  if (children === '' || children === null || children === undefined) return null;
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
