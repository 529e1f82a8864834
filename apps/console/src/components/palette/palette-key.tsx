import { type ReactNode, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { lazyWithTexts } from '../../i18n/lazy-with-texts.js';
import { useFetchedLater } from '../../use-fetched-later.js';

const Palette = lazyWithTexts(['palette'], () => import('./palette.js'));

/** Opens the command palette by Ctrl-K or Cmd-K, on every page and also while typing. */
export function PaletteKey(): ReactNode {
  const [open, setOpen] = useState(false);
  const typed = useRef('');
  useFetchedLater(Palette);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      typed.current = '';
      setOpen(true);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  if (!open) return null;
  const close = () => setOpen(false);
  const hold = (letter: string) => {
    typed.current += letter;
  };
  return (
    <Suspense fallback={<HeldKeys onType={hold} onClose={close} />}>
      <Palette typed={typed} onClose={close} />
    </Suspense>
  );
}

interface HeldKeysProps {
  readonly onType: (letter: string) => void;
  readonly onClose: () => void;
}

/** Keeps what is typed while the palette is fetched: on the list a letter would act on an alarm. */
function HeldKeys({ onType, onClose }: HeldKeysProps): ReactNode {
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') onClose();
      else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) onType(event.key);
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  });
  return null;
}
