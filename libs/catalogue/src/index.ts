export { type LoadedCatalogue, loadCatalogue } from './load-catalogue.js';
export { type LoadedTrapMap, loadTrapMap } from './load-trap-map.js';
