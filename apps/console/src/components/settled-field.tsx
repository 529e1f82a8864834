import { type InputHTMLAttributes, type ReactNode, useEffect, useState } from 'react';

interface SettledFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  readonly value: string;
  readonly label: string;
  /** Called when what was typed is meant: on Enter, on leaving the field, on choosing what is offered, on emptying. */
  readonly onSettle: (text: string) => void;
}

/** A search field that is in force once one is done typing, not with each letter. */
export function SettledField({ value, label, onSettle, ...rest }: SettledFieldProps): ReactNode {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const settle = (to: string) => {
    if (to.trim() !== value) onSettle(to.trim());
  };
  return (
    <input
      {...rest}
      className="field"
      type="search"
      aria-label={label}
      placeholder={label}
      autoComplete="off"
      spellCheck={false}
      value={text}
      onChange={({ target, nativeEvent }) => {
        setText(target.value);
        // What is chosen from a list arrives whole, not as typing.
        const chosen =
          !(nativeEvent instanceof InputEvent) || nativeEvent.inputType === 'insertReplacementText';
        if (target.value === '' || chosen) settle(target.value);
      }}
      onBlur={() => settle(text)}
      onKeyDown={({ key }) => key === 'Enter' && settle(text)}
    />
  );
}
