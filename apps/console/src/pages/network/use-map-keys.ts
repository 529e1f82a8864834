import { type FocusEvent, type KeyboardEvent, useRef } from 'react';

const CELL = 'a.ne-cell';
const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Thousands of squares are one stop for Tab; the arrows go among them, up and down by rows. */
export function useMapKeys() {
  const last = useRef<HTMLElement | null>(null);
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || !target.matches(CELL)) return;
    if (last.current) last.current.tabIndex = -1;
    target.tabIndex = 0;
    last.current = target;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target, currentTarget, key } = event;
    if (!(target instanceof HTMLElement) || !target.matches(CELL)) return;
    const cells = [...currentTarget.querySelectorAll<HTMLElement>(CELL)];
    const next = nextOf(cells, target, key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return { onFocus, onKeyDown };
}

function nextOf(cells: readonly HTMLElement[], from: HTMLElement, key: string): HTMLElement | undefined {
  const step = steps[key];
  if (step !== undefined) return cells[cells.indexOf(from) + step];
  if (key === 'Home') return cells[0];
  if (key === 'End') return cells.at(-1);
  if (key === 'ArrowDown') return nearest(cells.slice(cells.indexOf(from) + 1), from, 1);
  if (key === 'ArrowUp') return nearest(cells.slice(0, cells.indexOf(from)).reverse(), from, -1);
  return undefined;
}

/** The first cell in another row that stands the nearest below or above. */
function nearest(cells: readonly HTMLElement[], from: HTMLElement, down: 1 | -1): HTMLElement | undefined {
  const here = from.getBoundingClientRect();
  let best: { cell: HTMLElement; distance: number } | undefined;
  for (const cell of cells) {
    const { left, top, height } = cell.getBoundingClientRect();
    const rows = (down * (top - here.top)) / Math.max(1, height);
    if (rows < 0.5) continue;
    const distance = Math.abs(left - here.left) + rows * height * 3;
    if (best === undefined || distance < best.distance) best = { cell, distance };
  }
  return best?.cell;
}
