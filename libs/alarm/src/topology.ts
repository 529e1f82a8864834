/**
 * A group of objects of which an object requires some: of an array (a standby group) any one is full service;
 * of a load-sharing one any one keeps it working, and each that is missing is felt. Names are of the same NE, or
 * `NE//object`.
 */
export type RequirementGroup = readonly string[] | { readonly share: readonly string[] };

/** One object of an NE, and what it requires: a working member of every group. */
export interface ObjectRequirements {
  readonly object: string;
  readonly requires?: readonly RequirementGroup[];
}

/** What an NE and its objects require. Every object also requires its NE, save those that the NE requires. */
export interface Topology {
  /** The site that the NE requires, an object of the NE `network`: `Site=7`. */
  readonly site?: string;
  /** The subnet that the NE belongs to, an object of the NE `network`: `Subnet=1`. It requires nothing of it. */
  readonly subnet?: string;
  readonly requires?: readonly RequirementGroup[];
  readonly objects: readonly ObjectRequirements[];
}
