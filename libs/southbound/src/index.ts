export * from './ne-link/link-dependencies.js';
export * from './ne-link/link-status.js';
export * from './ne-link/ne-links.js';
