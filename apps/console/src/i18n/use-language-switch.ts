import { useState } from 'react';
import { switchLanguage } from './setup.js';

/** Changes to the other language; `failed`: its texts could not be fetched, so that the present one stays. */
export function useLanguageSwitch() {
  const [failed, setFailed] = useState(false);
  const change = () => {
    switchLanguage().then(
      () => setFailed(false),
      (error: unknown) => {
        console.warn('the texts of the other language cannot be fetched', error);
        setFailed(true);
      },
    );
  };
  return { change, failed };
}
