import type { ButtonHTMLAttributes, ReactNode } from 'react';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `quiet`: without a frame; `strong`: the one thing to do here. */
  readonly look?: 'plain' | 'quiet' | 'strong';
  readonly icon?: ReactNode;
}

/** A button of the frame and the lists. */
export function Button({ look = 'plain', icon, children, className = '', ...rest }: ButtonProps): ReactNode {
  return (
    <button type="button" {...rest} className={`button button-${look} ${className}`}>
      {icon}
      {children}
    </button>
  );
}
