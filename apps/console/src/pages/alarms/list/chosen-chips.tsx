import { CloseOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type AlarmView, chosenOf, withChosen } from '../../../data/alarm-view.js';
import { menuFacets } from '../../../data/facets-shown.js';
import { useValueName } from './use-value-name.js';

interface ChosenChipsProps {
  readonly view: AlarmView;
  readonly onChange: (view: AlarmView) => void;
}

/** What is chosen of the facets, each to be taken away by a press. */
export function ChosenChips({ view, onChange }: ChosenChipsProps): ReactNode {
  const { t } = useTranslation();
  const nameOf = useValueName();
  const chips = menuFacets.flatMap((facet) => {
    const values = chosenOf(view, facet);
    return values.map((value) => ({
      key: `${facet} ${value}`,
      name: `${t(`facet.${facet}`)}: ${nameOf(facet, value)}`,
      rest: withChosen(
        view,
        facet,
        values.filter((other) => other !== value),
      ),
    }));
  });
  if (chips.length === 0) return null;
  return (
    <ul className="chosen-chips" aria-label={t('facet.chosen')}>
      {chips.map(({ key, name, rest }) => (
        <li key={key}>
          <button
            type="button"
            className="chip chip-chosen"
            aria-label={t('facet.remove', { name })}
            title={t('facet.remove', { name })}
            onClick={() => onChange(rest)}
          >
            <span>{name}</span>
            <CloseOutlined aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}
