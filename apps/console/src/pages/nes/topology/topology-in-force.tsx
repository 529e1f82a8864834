import { DownloadOutlined } from '@ant-design/icons';
import type { TopologyResource } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { NETWORK } from '../../../data/network-groups.js';
import { saveFile } from '../../../data/save-file.js';
import { putOf, topologyText } from '../../../data/topology/topology-text.js';

interface TopologyInForceProps {
  readonly ne: string;
  readonly present: TopologyResource | null;
  readonly children?: ReactNode;
}

/** What is in force now, in a line, and as a file. */
export function TopologyInForce({ ne, present, children }: TopologyInForceProps): ReactNode {
  const { t } = useTranslation();
  if (!present)
    return <p className="topology-now">{t(ne === NETWORK ? 'topology.noneNetwork' : 'topology.none')}</p>;
  const { version, objects, site, subnet } = present;
  const download = () =>
    saveFile(new Blob([topologyText(putOf(present))], { type: 'application/json' }), `topology-${ne}.json`);
  return (
    <div className="topology-now">
      <span>
        {[t('topology.now', { version, count: objects.length }), site, subnet].filter(Boolean).join(' · ')}
      </span>
      <Button icon={<DownloadOutlined aria-hidden="true" />} onClick={download}>
        {t('topology.download')}
      </Button>
      {children}
    </div>
  );
}
