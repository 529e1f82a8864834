import { measureSpeed } from './correlation/measure-speed.js';

/** The correlation alone, in virtual time: what it costs. */
const speed = await measureSpeed();
console.log(JSON.stringify({ bench: 'correlation', speed }));
