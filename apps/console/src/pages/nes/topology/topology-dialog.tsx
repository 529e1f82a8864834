import { LoadingOutlined, WarningOutlined } from '@ant-design/icons';
import type { TopologyResource } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { Modal } from '../../../components/modal.js';
import { Notice } from '../../../components/notice.js';
import { NETWORK } from '../../../data/network-groups.js';
import { useSession } from '../../../data/queries.js';
import { mayEngineer } from '../../../data/rights.js';
import { useTopologyToChange } from '../../../data/topology/use-topology.js';
import type { TaskEnds } from '../../../data/use-task.js';
import { TopologyEditor } from './topology-editor.js';
import { TopologyReader } from './topology-reader.js';
import './topology.css';
import { reasonOf } from '../../../data/reason-of.js';

interface TopologyDialogProps extends TaskEnds {
  readonly ne: string;
}

/** Shows the topology of an NE, and replaces it for who may do so. */
export default function TopologyDialog({ ne, onDone, onClose }: TopologyDialogProps): ReactNode {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const query = useTopologyToChange(ne);
  const content = (present: TopologyResource | null) =>
    session && mayEngineer(session.role) ? (
      <TopologyEditor
        ne={ne}
        present={present}
        readAgain={() => void query.refetch()}
        onDone={onDone}
        onClose={onClose}
      />
    ) : (
      <TopologyReader ne={ne} present={present} onClose={onClose} />
    );
  return (
    <Modal
      width={920}
      title={ne === NETWORK ? t('topology.titleNetwork') : t('topology.title', { id: ne })}
      footer={null}
      onCancel={onClose}
    >
      {query.data === undefined ? <Absent query={query} /> : content(query.data)}
    </Modal>
  );
}

function Absent({ query }: { query: ReturnType<typeof useTopologyToChange> }): ReactNode {
  const { t } = useTranslation();
  if (!query.error) return <Notice icon={<LoadingOutlined />} title={t('app.loading')} />;
  return (
    <Notice
      tone="bad"
      icon={<WarningOutlined />}
      title={t('topology.failed')}
      hint={reasonOf(query.error, t)}
    >
      <Button onClick={() => void query.refetch()}>{t('alarms.retry')}</Button>
    </Notice>
  );
}
