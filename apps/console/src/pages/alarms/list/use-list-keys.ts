import { useEffect, useRef } from 'react';

/** What the keys of the alarm list do. */
export interface ListKeys {
  /** Goes so many rows down, or up. */
  readonly move: (by: number) => void;
  readonly turn: (to: 'right' | 'left') => void;
  readonly open: () => void;
  readonly close: () => void;
  readonly search: () => void;
  /** Acknowledges the current alarm, or takes that back. */
  readonly acknowledge: () => void;
  /** Begins a comment on the current alarm. */
  readonly comment: () => void;
  /** Takes the current alarm out of sight for a while. */
  readonly shelve: () => void;
  /** Picks the current alarm, or no longer. */
  readonly pick: () => void;
  /** Shows what the keys do. */
  readonly help: () => void;
}

const TYPING = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="combobox"]';
/** Where Enter and the arrows already mean something. */
const OWN_KEYS =
  'a, button, [role="menu"], [role="menuitem"], [role="grid"], [role="treegrid"], [role="radiogroup"]';
const DIALOG = '.drop-panel:not([hidden]), dialog[open]';

/** a acknowledges, c comments, s shelves, x picks and ? tells of these keys; j and k or the arrows move, Home and End go to the first and the last, the arrows to the side unfold and fold, Enter opens, Esc closes, / searches: wherever the focus is, save while typing. */
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
  return anywhere(keys)[event.key] ?? (target.closest(OWN_KEYS) ? undefined : elsewhere(keys)[event.key]);
}

type Actions = Readonly<Record<string, (() => void) | undefined>>;

function anywhere(keys: ListKeys): Actions {
  return {
    j: () => keys.move(1),
    k: () => keys.move(-1),
    Escape: keys.close,
    '/': keys.search,
    a: keys.acknowledge,
    c: keys.comment,
    s: keys.shelve,
    x: keys.pick,
    '?': keys.help,
  };
}

/** Outside of what has a use of its own for these keys. */
function elsewhere(keys: ListKeys): Actions {
  return {
    ArrowDown: () => keys.move(1),
    ArrowUp: () => keys.move(-1),
    Home: () => keys.move(Number.NEGATIVE_INFINITY),
    End: () => keys.move(Number.POSITIVE_INFINITY),
    ArrowRight: () => keys.turn('right'),
    ArrowLeft: () => keys.turn('left'),
    Enter: keys.open,
  };
}
