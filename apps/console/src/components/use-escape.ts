import { useEffect, useRef } from 'react';

/** What Esc closes first where it is open, and where it has a use of its own. */
const ABOVE = 'dialog[open], .ant-modal, .drop-panel:not([hidden])';
const FIELDS = 'input:not([type=checkbox]), textarea, select';

/** Closes what lies beside a table by Esc, wherever the focus is, unless something else is open above it. */
export function useEscape(onEscape: () => void): void {
  const latest = useRef(onEscape);
  useEffect(() => {
    latest.current = onEscape;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector(ABOVE)) return;
      if (event.target instanceof Element && event.target.matches(FIELDS)) return;
      latest.current();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
