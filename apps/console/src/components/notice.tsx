import type { ReactNode } from 'react';

interface NoticeProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly hint?: string | undefined;
  /** What can be done about it. */
  readonly children?: ReactNode;
  readonly tone?: 'calm' | 'bad';
}

/** What stands where a list would be: that it loads, that it is empty, that it failed. */
export function Notice({ icon, title, hint, children, tone = 'calm' }: NoticeProps): ReactNode {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <span className="notice-icon" aria-hidden="true">
        {icon}
      </span>
      <b>{title}</b>
      {hint && <p>{hint}</p>}
      {children && <div className="notice-action">{children}</div>}
    </div>
  );
}
