import { useEffect, useState } from 'react';

/** Gives the focus back to where it was when a form took it; not where that is gone, or somebody went on. */
export function useFocusReturn(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    },
    [before],
  );
}
