export * from './ne-link-messages.js';
