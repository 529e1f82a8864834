import { CheckCircleOutlined, CloseCircleFilled, ExclamationCircleOutlined } from '@ant-design/icons';
import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../../../components/page-link.js';
import { SeverityMark } from '../../../components/severity-mark.js';
import { everythingActive } from '../../../data/alarm-view.js';
import { severityRank } from '../../../data/severity.js';
import type { MapObject } from './use-ne-map.js';

/** An object in the graph. */
export type ObjectFlowNode = Node<{ readonly item: MapObject; readonly at: string }, 'object'>;

const stateIcons = {
  sound: CheckCircleOutlined,
  impaired: ExclamationCircleOutlined,
  out: CloseCircleFilled,
};

/** An object with its state and its alarms; a click leads to those. */
export function ObjectNode({ data: { item, at } }: NodeProps<ObjectFlowNode>): ReactNode {
  const { t } = useTranslation();
  const Icon = stateIcons[item.state];
  const [worst] = [...item.alarms].sort((a, b) => severityRank(b.severity) - severityRank(a.severity));
  const name =
    item.object === '' || item.ne !== at
      ? [item.ne === 'network' ? '' : item.ne, item.object]
      : [item.object];
  const words = name.filter(Boolean).join(' ');
  const state = t(`mapState.${item.state}`);
  return (
    <div className={`map-node map-${item.state} ${item.ne === at ? '' : 'map-foreign'}`}>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <PageLink
        className="map-link nodrag"
        to={{
          page: 'alarms',
          alarm: worst?.id ?? null,
          view: { ...everythingActive, ne: item.ne, q: item.object },
          at: null,
        }}
        title={`${words} · ${state}`}
      >
        <Icon role="img" aria-label={state} />
        <span>
          {words.split(/(?<=[, ])/).map((part) => (
            <span key={part} className="map-part">
              {part}
            </span>
          ))}
        </span>
        {worst && (
          <span className="map-alarms">
            <SeverityMark mark={worst.severity} brief />
            {item.alarms.length > 1 && <b>{item.alarms.length}</b>}
          </span>
        )}
      </PageLink>
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  );
}
