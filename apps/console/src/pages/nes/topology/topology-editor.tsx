import type { TopologyResource } from '@omc/api';
import { Alert } from 'antd';
import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { NETWORK } from '../../../data/network-groups.js';
import { checkTopology } from '../../../data/topology/check-topology.js';
import { putOf, topologyText } from '../../../data/topology/topology-text.js';
import { usePutTopology } from '../../../data/topology/use-topology.js';
import type { TaskEnds } from '../../../data/use-task.js';
import { PutTrouble } from './put-trouble.js';
import { TopologyFindings } from './topology-findings.js';
import { TopologyInForce } from './topology-in-force.js';
import { TopologyText } from './topology-text-field.js';
import { TopologyVerdict } from './topology-verdict.js';

interface TopologyEditorProps extends TaskEnds {
  readonly ne: string;
  readonly present: TopologyResource | null;
  readonly readAgain: () => void;
}

/** A topology as a text that is checked while it is written, and saved over the one that was read. */
export function TopologyEditor({ ne, present, readAgain, onDone, onClose }: TopologyEditorProps): ReactNode {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const inForce = present ? topologyText(putOf(present)) : '';
  const [text, setText] = useState(inForce);
  const checkedText = useDeferredValue(text);
  const checked = useMemo(() => checkTopology(ne, checkedText), [ne, checkedText]);
  const savedAs = (version: number) =>
    ne === NETWORK ? t('topology.savedNetwork', { version }) : t('topology.saved', { id: ne, version });
  const put = usePutTopology(ne, present, ({ version, warnings }) => {
    if (warnings.length === 0) onDone(savedAs(version));
  });
  const write = (to: string) => {
    put.reset();
    setText(to);
  };
  const isChecked = checkedText === text;
  const isEmpty = text.trim() === '';
  const { topology } = checked;
  const compare = () => {
    put.reset();
    readAgain();
  };
  const save = () => topology && put.mutate(topology);
  const done = put.data && (() => onDone(savedAs(put.data.version)));
  return (
    <div className="topology">
      <TopologyInForce ne={ne} present={present}>
        {text !== inForce && <Button onClick={() => write(inForce)}>{t('topology.reset')}</Button>}
      </TopologyInForce>
      <TopologyText ne={ne} field={field} text={text} onText={write} />
      {!isEmpty && (
        <>
          <TopologyVerdict checked={checked} present={present} />
          <TopologyFindings checked={checked} field={field} />
        </>
      )}
      <PutTrouble error={put.error} readAgain={compare} />
      {put.data && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t('topology.savedWithWarnings', { version: put.data.version })}
          description={put.data.warnings.map((warning) => <div key={warning}>{warning}</div>)}
        />
      )}
      <div className="topology-end">
        <Button onClick={done ?? onClose}>{t(done ? 'topology.close' : 'form.cancel')}</Button>
        <Button
          look="strong"
          disabled={
            !isChecked || text.trim() === inForce.trim() || !topology || put.isPending || done !== undefined
          }
          onClick={save}
        >
          {t('topology.save')}
        </Button>
      </div>
    </div>
  );
}
