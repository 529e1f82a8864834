import type { ReactNode } from 'react';
import { lazyPart } from '../../data/lazy-part.js';
import { useUrlState } from '../../data/use-url-state.js';
import { NetworkView } from './network-view.js';
import './network.css';

const NeMap = lazyPart(() => import('./map/ne-map.js'));

/** The whole network by hubs and sites, or the objects of one NE. */
export default function NetworkPage(): ReactNode {
  const { at } = useUrlState();
  return at === null ? <NetworkView /> : <NeMap key={at} ne={at} />;
}
