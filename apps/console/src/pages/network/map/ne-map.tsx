import {
  ApartmentOutlined,
  BellOutlined,
  LoadingOutlined,
  PartitionOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { Background, Controls, MiniMap, ReactFlow } from '@xyflow/react';
import { type ReactNode, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import '@xyflow/react/dist/base.css';
import './map.css';
import { Button } from '../../../components/button.js';
import { Choice } from '../../../components/choice.js';
import { ListRefused } from '../../../components/list-refused.js';
import { Notice } from '../../../components/notice.js';
import { PageLink } from '../../../components/page-link.js';
import { everythingActive } from '../../../data/alarm-view.js';
import { useLiveStatus } from '../../../data/live-context.js';
import { reasonOf } from '../../../data/reason-of.js';
import type { useTopology } from '../../../data/topology/use-topology.js';
import { useTask } from '../../../data/use-task.js';
import { lazyWithTexts } from '../../../i18n/lazy-with-texts.js';
import { useTheme } from '../../../theme/theme-context.js';
import { BrokenList } from './broken-list.js';
import { type FlowNode, flowOf } from './flow-of.js';
import { GroupNode } from './group-node.js';
import { ObjectNode } from './object-node.js';
import { useMapView, whole } from './use-map-view.js';
import { type MapPart, useNeMap } from './use-ne-map.js';

const TopologyDialog = lazyWithTexts(['topology'], () => import('../../nes/topology/topology-dialog.js'));
const nodeTypes = { object: ObjectNode, redundancy: GroupNode };

function miniClass({ data }: FlowNode): string {
  return 'item' in data ? `mini-${data.item.state}` : '';
}

/** What the objects of an NE require of each other, with what is out in red. */
export default function NeMap({ ne }: { ne: string }): ReactNode {
  const { t } = useTranslation();
  const { mode } = useTheme();
  const [part, setPart] = useState<MapPart>('broken');
  const { task, begin: beginTask, said, ends } = useTask<'topology'>();
  const { topology, drawing, objects } = useNeMap(ne, part);
  const flow = useMemo(() => drawing && flowOf(drawing, objects, ne), [drawing, objects, ne]);
  const { pane, isLarge, begin, follow } = useMapView(drawing, flow?.causes);
  return (
    <div className="page">
      <div className="page-bar">
        <PageLink to={{ page: 'network', at: null }}>{t('network.title')}</PageLink>
        <h1>{t('map.title', { ne })}</h1>
        <PageLink
          className="button button-plain"
          to={{ page: 'alarms', at: null, alarm: null, view: { ...everythingActive, ne } }}
        >
          <BellOutlined aria-hidden="true" /> {t('nes.alarms', { id: ne })}
        </PageLink>
        <Choice
          label={t('map.part')}
          value={part}
          options={(['broken', 'all'] as const).map((value) => ({ value, label: t(`map.part-${value}`) }))}
          onChange={setPart}
        />
        <Button icon={<PartitionOutlined aria-hidden="true" />} onClick={() => beginTask('topology')}>
          {t('nes.topology')}
        </Button>
        <output>{said}</output>
        <span className="header-gap" />
        <MapLegend />
      </div>
      {flow ? (
        <div className="map-panes">
          <section
            ref={pane}
            onFocus={follow}
            className="map-area"
            aria-label={t('map.title', { ne })}
            data-testid="ne-map"
          >
            <ReactFlow
              key={`${part} ${drawing?.places.size}`}
              nodes={flow.nodes}
              edges={flow.edges}
              nodeTypes={nodeTypes}
              colorMode={mode}
              onInit={begin}
              minZoom={0.1}
              maxZoom={2}
              nodesDraggable={false}
              nodesConnectable={false}
              nodesFocusable={false}
              edgesFocusable={false}
              elementsSelectable={false}
              aria-label={t('map.graph')}
            >
              <Background />
              <Controls showInteractive={false} fitViewOptions={whole} aria-label={t('map.zoom')} />
              {isLarge && (
                <MiniMap pannable zoomable ariaLabel={t('map.overview')} nodeClassName={miniClass} />
              )}
            </ReactFlow>
          </section>
          <BrokenList objects={objects} at={ne} />
        </div>
      ) : (
        <Absent topology={topology} />
      )}
      {task && (
        <Suspense>
          <TopologyDialog ne={ne} {...ends} />
        </Suspense>
      )}
    </div>
  );
}

function MapLegend(): ReactNode {
  const { t } = useTranslation();
  return (
    <ul className="legend">
      {(['sound', 'impaired', 'out'] as const).map((state) => (
        <li key={state}>
          <span className={`map-swatch map-${state}`} aria-hidden="true" /> {t(`mapState.${state}`)}
        </li>
      ))}
    </ul>
  );
}

function Absent({ topology }: { topology: ReturnType<typeof useTopology> }): ReactNode {
  const { t } = useTranslation();
  const refused = useLiveStatus(({ list }) => list === 'refused');
  if (topology.data === null)
    return <Notice icon={<ApartmentOutlined />} title={t('map.none')} hint={t('map.noneHint')} />;
  if (topology.error)
    return (
      <Notice
        tone="bad"
        icon={<WarningOutlined />}
        title={t('map.failed')}
        hint={reasonOf(topology.error, t)}
      >
        <Button onClick={() => void topology.refetch()}>{t('alarms.retry')}</Button>
      </Notice>
    );
  if (topology.data && refused) return <ListRefused />;
  return <Notice icon={<LoadingOutlined />} title={t('app.loading')} />;
}
