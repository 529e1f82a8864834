import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ResetButton } from '../../components/reset-button.js';
import { SettledField } from '../../components/settled-field.js';
import { SeverityShape } from '../../components/severity-mark.js';
import { TimeRangeField } from '../../components/time-range-field.js';
import { historyWords, readHistory, typesIn } from '../../data/history-view.js';
import { useAlarmTypes, useNeIds } from '../../data/queries.js';
import { type Severity, severities, severityLetters } from '../../data/severity.js';
import { setOwn } from '../../data/use-own.js';
import { useUrlState } from '../../data/use-url-state.js';
import { useLanguage } from '../../i18n/use-language.js';

const MOST_OFFERED = 2000;

/** What is searched for in the history; all of it is in the address. */
export function HistoryFilters(): ReactNode {
  const { t } = useTranslation();
  const { own } = useUrlState();
  const view = readHistory(own);
  return (
    <search className="page-filters" aria-label={t('alarms.filters')}>
      <TimeRangeField />
      <Words name="state" value={view.state} />
      <Severities chosen={view.severity} />
      <NeAndType ne={view.ne} type={view.type} />
      <SettledField
        label={t('column.object')}
        value={view.object}
        onSettle={(object) => setOwn({ object })}
        maxLength={255}
      />
      <SettledField
        label={t('history.text')}
        value={view.q}
        onSettle={(q) => setOwn({ q })}
        maxLength={200}
      />
      <Words name="ack" value={view.ack} />
      <Words name="role" value={view.role} />
      <Words name="sort" value={view.sort} />
      <ResetButton />
    </search>
  );
}

/** One of the few words that a member of the view may be. */
function Words({ name, value }: { name: keyof typeof historyWords; value: string }): ReactNode {
  const { t } = useTranslation();
  const words: readonly string[] = historyWords[name];
  return (
    <select
      className="field"
      aria-label={t(`history.${name}`)}
      value={value}
      onChange={({ target }) => setOwn({ [name]: target.value })}
    >
      {words.map((word) => (
        <option key={word} value={word}>
          {t(`historyWord.${name}-${word || 'any'}` as 'historyWord.state-all')}
        </option>
      ))}
    </select>
  );
}

function Severities({ chosen }: { chosen: readonly Severity[] }): ReactNode {
  const { t } = useTranslation();
  const toggle = (severity: Severity) =>
    setOwn({
      severity: severities.filter((other) => (other === severity) !== chosen.includes(other)).join(','),
    });
  return (
    <fieldset className="chips">
      <legend className="unseen">{t('alarms.severities')}</legend>
      {severities.map((severity) => (
        <button
          key={severity}
          type="button"
          className="chip"
          aria-pressed={chosen.includes(severity)}
          aria-label={t(`severity.${severity}`)}
          title={t(`severity.${severity}`)}
          onClick={() => toggle(severity)}
        >
          <SeverityShape mark={severity} />
          <b className="severity-letter">{severityLetters[severity]}</b>
        </button>
      ))}
    </fieldset>
  );
}

function NeAndType({ ne, type }: { ne: string; type: string }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const [nes, types] = [useId(), useId()];
  const { data: ids = [] } = useNeIds(true);
  const { data: catalogue } = useAlarmTypes();
  return (
    <>
      <SettledField
        label={t('column.ne')}
        list={nes}
        value={ne}
        onSettle={(to) => setOwn({ ne: to })}
        maxLength={64}
      />
      <datalist id={nes}>
        {ids.slice(0, MOST_OFFERED).map((id) => (
          <option key={id} value={id} />
        ))}
      </datalist>
      <SettledField
        label={t('history.type')}
        list={types}
        value={type}
        onSettle={(text) => setOwn({ type: typesIn(text) })}
        maxLength={200}
      />
      <datalist id={types}>
        {[...(catalogue?.values() ?? [])].map(({ alarmId, name }) => (
          <option key={alarmId} value={`${alarmId} ${name[language]}`} />
        ))}
      </datalist>
    </>
  );
}
