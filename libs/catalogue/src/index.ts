export { type LoadedCatalogue, loadCatalogue } from './load-catalogue.js';
