import { type ReactNode, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNeIds } from '../../../data/queries.js';

interface NeFieldProps {
  readonly value: string;
  readonly onChange: (ne: string) => void;
}

const OFFERED = 100;

/** The NE whose alarms are shown: typed or chosen, in force on choice, on Enter and on leaving the field. */
export function NeField({ value, onChange }: NeFieldProps): ReactNode {
  const { t } = useTranslation();
  const list = useId();
  const [text, setText] = useState(value);
  const [wanted, setWanted] = useState(false);
  const { data: ids = [] } = useNeIds(wanted);
  useEffect(() => setText(value), [value]);
  const settle = (ne: string) => {
    if (ne.trim() !== value) onChange(ne.trim());
  };
  const change = (ne: string) => {
    setText(ne);
    if (ne === '' || ids.includes(ne)) settle(ne);
  };
  const part = text.toLowerCase();
  const offered = ids.filter((id) => id.toLowerCase().includes(part)).slice(0, OFFERED);
  return (
    <>
      <input
        className="field ne-field"
        aria-label={t('alarms.ne')}
        placeholder={t('alarms.nePlaceholder')}
        type="search"
        list={list}
        maxLength={64}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onFocus={() => setWanted(true)}
        onChange={(event) => change(event.target.value)}
        onBlur={() => settle(text)}
        onKeyDown={(event) => event.key === 'Enter' && settle(text)}
      />
      <datalist id={list}>
        {offered.map((id) => (
          <option key={id} value={id} />
        ))}
      </datalist>
    </>
  );
}
