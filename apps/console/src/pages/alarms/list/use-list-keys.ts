import { useEffect, useRef } from 'react';

/** What the keys of the alarm list do. */
export interface ListKeys {
  readonly move: (by: 1 | -1) => void;
  readonly open: () => void;
  readonly close: () => void;
  readonly search: () => void;
}

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="combobox"]';
/** Where Enter and the arrows already mean something. */
const OWN_KEYS =
  'a, button, [role="menu"], [role="menuitem"], [role="grid"], [role="treegrid"], [role="radiogroup"]';
const DIALOG = '.drop-panel:not([hidden])';

/** j and k or the arrows move, Enter opens, Esc closes, / searches: wherever the focus is, save while typing. */
export function useListKeys(keys: ListKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = actionOf(event, latest.current);
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function actionOf(event: KeyboardEvent, keys: ListKeys): (() => void) | undefined {
  const target = event.target instanceof Element ? event.target : document.body;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (target.closest(TYPING) || document.querySelector(DIALOG)) return undefined;
  const elsewhere = !target.closest(OWN_KEYS);
  switch (event.key) {
    case 'j':
      return () => keys.move(1);
    case 'k':
      return () => keys.move(-1);
    case 'ArrowDown':
      return elsewhere ? () => keys.move(1) : undefined;
    case 'ArrowUp':
      return elsewhere ? () => keys.move(-1) : undefined;
    case 'Enter':
      return elsewhere ? keys.open : undefined;
    case 'Escape':
      return keys.close;
    case '/':
      return keys.search;
    default:
      return undefined;
  }
}
