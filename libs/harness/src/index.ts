export * from './live-list.js';
export * from './mml-client.js';
export * from './omc-client.js';
export * from './omc-process.js';
export * from './open-stream.js';
export * from './until.js';
