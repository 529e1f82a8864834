import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface SearchFieldProps {
  readonly value: string;
  readonly onChange: (q: string) => void;
  /** Esc in an empty field, or Enter. */
  readonly onLeave: () => void;
  readonly ref: RefObject<HTMLInputElement | null>;
}

const PAUSE_MS = 300;

/** Free text; it takes effect at a pause in the typing, and at once on Enter. */
export function SearchField({ value, onChange, onLeave, ref }: SearchFieldProps): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });
  useEffect(() => {
    if (text.trim() === value) return undefined;
    const timer = setTimeout(() => change.current(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value]);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      if (text.trim() !== value) onChange(text.trim());
      onLeave();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (text === '') onLeave();
      else setText('');
    }
  };
  return (
    <span className="search-frame">
      <input
        ref={ref}
        className="field search-field"
        type="search"
        aria-label={t('alarms.search')}
        aria-keyshortcuts="/"
        title={t('alarms.searchHint')}
        placeholder={t('alarms.searchPlaceholder')}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
      />
      {text === '' && <kbd>/</kbd>}
    </span>
  );
}
