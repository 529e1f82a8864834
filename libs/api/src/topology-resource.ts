import { isNeId } from '@omc/alarm';
import { z } from 'zod';

// The core says which names and which groups are allowed.
const member = z.string();

/** An array: any one member is full service. `share`: any one keeps it working, each that is missing is felt. */
const group = z.union([z.array(member), z.strictObject({ share: z.array(member) })], {
  error: 'must be a list of objects, or {"share":[…]} with such a list',
});
const requires = z.array(group).exactOptional();

/** What an NE and its objects require, as it is put. */
export const topologyPut = z.strictObject({
  site: z.string().exactOptional(),
  subnet: z.string().exactOptional(),
  requires,
  objects: z.array(z.strictObject({ object: z.string(), requires })).default([]),
});
export type TopologyPut = z.infer<typeof topologyPut>;

/** What the core finds wrong with what has that shape. */
export { faultsOfTopology, type TopologyFault } from '@omc/alarm';

const version = z.number().int();
const warnings = z.array(z.string());

/** A topology as it was put; `version` grows by one with each that is put for its NE. */
export const topologyResource = topologyPut.extend({ version });
export type TopologyResource = z.infer<typeof topologyResource>;

/** What a put answers. `warnings`: what was done, but may not be what was meant. */
export const topologyPutResource = topologyResource.extend({ warnings });
export type TopologyPutResource = z.infer<typeof topologyPutResource>;

/** A topology with its NE: a line of many. */
export const topologyLine = topologyPut.extend({
  ne: z.string().refine(isNeId, 'must be an NE id: 1 to 64 characters of A-Z a-z 0-9 . _ -'),
});
export type TopologyLine = z.infer<typeof topologyLine>;

/** What became of one line of many: `status` is what the line by itself would have answered. */
export const lineAnswer = z.object({
  line: z.number().int(),
  ne: z.string().exactOptional(),
  status: z.number().int(),
  error: z.string().exactOptional(),
  version: version.exactOptional(),
  warnings: warnings.exactOptional(),
});
export type LineAnswer = z.infer<typeof lineAnswer>;
