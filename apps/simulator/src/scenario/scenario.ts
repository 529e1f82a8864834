import { z } from 'zod';
import { faultKinds } from '../physics/physical-fault.js';

const WHERE = {
  error:
    'must be NE//OBJECT, such as eNB-100003//Rru=0-60-0 or network//Hub=2, or any of ne, hub, site, branch',
};
const seconds = z.number().min(0).max(1_000_000);
const name = z.string().min(1);

/** Narrows where a fault strikes by chance. */
const region = z.strictObject({
  ne: name.exactOptional(),
  hub: name.regex(/^Hub=\d+$/, 'must be a hub such as Hub=2').exactOptional(),
  site: name.regex(/^Site=\d+$/, 'must be a site such as Site=7').exactOptional(),
  branch: z.enum(['chain', 'hot-ring', 'cold-ring']).exactOptional(),
});

const step = z.strictObject({
  at: seconds,
  fault: z.enum(faultKinds),
  where: z.union([z.string().includes('//', WHERE), region], WHERE).default({}),
  count: z.number().int().min(1).max(10_000).default(1),
  within: seconds.default(0),
  lasts: z
    .union([seconds, z.tuple([seconds, seconds]), z.literal('forever')], {
      error: 'must be seconds, [at least, at most], or forever',
    })
    .exactOptional(),
  vswrSwitch: z.enum(['on', 'off']).exactOptional(),
  battery: seconds.exactOptional(),
});

/** A network and what befalls it, as a file says it. Times are seconds. */
export const scenario = z.strictObject({
  title: z.string().min(1),
  about: z.string().exactOptional(),
  network: z
    .strictObject({
      seed: z.number().int().min(0).max(4_294_967_295).default(1),
      nes: z.number().int().min(1).max(20_000).default(50),
      cells: z.number().int().min(1).max(12).default(3),
    })
    .prefault({}),
  steps: z.array(step).min(1),
});
export type Scenario = z.infer<typeof scenario>;
export type ScenarioStep = z.infer<typeof step>;
