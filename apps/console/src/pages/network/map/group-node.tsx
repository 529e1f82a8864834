import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A redundancy group in the graph: how many of its members work, of how many. */
export type GroupFlowNode = Node<
  { readonly working: number; readonly size: number; readonly share: boolean },
  'redundancy'
>;

/** A redundancy group: any one is enough, or the load is shared. */
export function GroupNode({ data: { working, size, share } }: NodeProps<GroupFlowNode>): ReactNode {
  const { t } = useTranslation();
  const state = working === 0 ? 'out' : working < size ? 'impaired' : 'sound';
  const words = t(share ? 'map.share' : 'map.standby', { working, size });
  return (
    <div
      className={`map-group map-${state} ${share ? 'map-share' : ''}`}
      title={words}
      role="img"
      aria-label={words}
    >
      <Handle type="target" position={Position.Left} isConnectable={false} />
      {working}/{size}
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  );
}
