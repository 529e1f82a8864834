import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { lazyWithTexts } from '../../i18n/lazy-with-texts.js';

const Palette = lazyWithTexts(['palette'], () => import('./palette.js'));

/** Opens the command palette by Ctrl-K or Cmd-K, on every page and also while typing. */
export function PaletteKey(): ReactNode {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <Palette onClose={() => setOpen(false)} />
    </Suspense>
  );
}
