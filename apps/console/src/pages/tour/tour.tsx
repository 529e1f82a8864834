import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { navigate } from '../../data/use-url-state.js';
import { tourSteps } from './tour-steps.js';
import './tour.css';

/** Leads through the console, page by page, beside the pages themselves: nothing is covered that cannot be used. */
export default function Tour({ onEnd }: { onEnd: () => void }): ReactNode {
  const { t } = useTranslation();
  const [place, setPlace] = useState(0);
  const step = tourSteps[place] ?? tourSteps[0];
  const last = place === tourSteps.length - 1;
  const heading = useRef<HTMLHeadingElement>(null);
  useMark(step.at);
  useEffect(() => {
    navigate({ alarm: null, find: '', at: null, own: {}, ...step.to });
    heading.current?.focus();
  }, [step]);
  return (
    <section
      className="tour"
      aria-label={t('tour.title')}
      data-testid="tour"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onEnd();
      }}
    >
      <small>{t('tour.place', { place: place + 1, count: tourSteps.length })}</small>
      <h2 ref={heading} tabIndex={-1}>
        {t(`tourStep.${step.name}`)}
      </h2>
      <p>{t(`tourText.${step.name}`)}</p>
      <div className="actions-buttons">
        {place > 0 && <Button onClick={() => setPlace(place - 1)}>{t('tour.back')}</Button>}
        <Button look="strong" onClick={() => (last ? onEnd() : setPlace(place + 1))}>
          {t(last ? 'tour.done' : 'tour.next')}
        </Button>
        {!last && (
          <Button look="quiet" onClick={onEnd}>
            {t('tour.skip')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Marks what a step points at, once it is there. */
function useMark(at: string): void {
  useEffect(() => {
    let marked: Element | null = null;
    const mark = () => {
      const found = document.querySelector(at);
      if (found === marked) return;
      marked?.classList.remove('tour-mark');
      found?.classList.add('tour-mark');
      marked = found;
    };
    mark();
    const watch = new MutationObserver(mark);
    watch.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['aria-current'],
    });
    return () => {
      watch.disconnect();
      marked?.classList.remove('tour-mark');
    };
  }, [at]);
}
