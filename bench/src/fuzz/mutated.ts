import type { Random } from '@omc/simulator';
import { randomBytes } from './hostile-text.js';

type Mutation = (bytes: Buffer, at: number, random: Random) => Buffer;

const HOSTILE_LENGTHS = [
  '80',
  '84ffffffff',
  '847fffffff',
  '8400000000',
  '88ffffffffffffffff',
  'ff',
  '8100',
  '827fff',
].map((hex) => Buffer.from(hex, 'hex'));

const spliced = (bytes: Buffer, at: number, removed: number, added: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + removed)]);

const mutations: readonly Mutation[] = [
  (bytes, at, random) => spliced(bytes, at, 1, randomBytes(random, 1)),
  (bytes, at, random) => spliced(bytes, at, 1, Buffer.of((bytes[at] ?? 0) ^ (1 << random.whole(0, 7)))),
  (bytes, at, random) => spliced(bytes, at, 0, randomBytes(random, random.whole(1, 20))),
  (bytes, at, random) => spliced(bytes, at, random.whole(1, 20), Buffer.alloc(0)),
  (bytes, at) => bytes.subarray(0, at),
  (bytes, at, random) => spliced(bytes, at, 0, bytes.subarray(at, at + random.whole(1, 60))),
  (bytes, at, random) => spliced(bytes, at, 1, random.pick(HOSTILE_LENGTHS)),
];

/** A message with one to some bytes that are not as they were. */
export function mutated(bytes: Uint8Array, random: Random): Buffer {
  let changed = Buffer.from(bytes);
  const times = random.whole(1, 4);
  for (let i = 0; i < times && changed.length > 0; i++)
    changed = Buffer.from(random.pick(mutations)(changed, random.whole(0, changed.length - 1), random));
  return changed;
}
