import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

interface DropPanelProps {
  /** What the button shows. */
  readonly face: ReactNode;
  /** What the button is called where its face does not say it. */
  readonly label?: string;
  readonly onOpen?: () => void;
  /** At which edge of the button the panel begins. */
  readonly side?: 'left' | 'right';
  readonly children: ReactNode;
}

/** A button that opens a panel below itself; a press outside, Esc, or moving the focus on closes it. */
export function DropPanel({ face, label, onOpen, side = 'right', children }: DropPanelProps): ReactNode {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return undefined;
    const leave = ({ target }: Event) => {
      if (target instanceof Node && !frame.current?.contains(target)) setOpen(false);
    };
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    document.addEventListener('keydown', press, true);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
      document.removeEventListener('keydown', press, true);
    };
  }, [open]);
  const toggle = () => {
    if (!open) onOpen?.();
    setOpen(!open);
  };
  return (
    <div className="drop" ref={frame}>
      <button
        ref={button}
        type="button"
        className="button button-quiet"
        aria-expanded={open}
        aria-controls={id}
        aria-label={label}
        title={label}
        onClick={toggle}
      >
        {face}
      </button>
      <div id={id} className={`drop-panel drop-panel-${side}`} hidden={!open}>
        {open && children}
      </div>
    </div>
  );
}
