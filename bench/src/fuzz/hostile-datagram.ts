import type { Random } from '@omc/simulator';
import { berInteger, berOctets, berOid, berValue, pduTags, SNMP_TRAP_OID, tags } from '@omc/wire';
import { hostileText, randomBytes } from './hostile-text.js';
import { mutated } from './mutated.js';
import { samples, wellFormed } from './well-formed.js';

/** The most that one UDP datagram can hold. */
const MOST_BYTES = 65_507;

const makers: readonly ((random: Random) => Uint8Array)[] = [
  wellFormed,
  (random) => mutated(wellFormed(random), random),
  (random) => mutated(wellFormed(random), random),
  (random) => randomBytes(random, random.whole(0, 400)),
  nested,
  withHostileTexts,
  withHostileTexts,
  (random) => mutated(withHostileTexts(random), random),
  withHostileValues,
  (random) => mutated(withHostileValues(random), random),
  (random) => Buffer.alloc(random.whole(0, MOST_BYTES), random.whole(0, 255)),
];

/** A datagram that somebody might send to do harm, or by mistake; some of them are quite right. */
export function hostileDatagram(random: Random): Uint8Array {
  return random.pick(makers)(random).subarray(0, MOST_BYTES);
}

/** Sequences in sequences, deeper than any reader should follow. */
function nested(random: Random): Uint8Array {
  const depth = random.whole(1, 3000);
  const tag = random.pick([tags.sequence, pduTags.trapV2, pduTags.inform, tags.octetString]);
  const bytes = Buffer.alloc(depth * 4);
  for (let level = 0; level < depth; level++) {
    // Each level is a tag and a length of three bytes: of what is left.
    bytes.writeUInt8(tag, level * 4);
    bytes.writeUInt8(0x82, level * 4 + 1);
    bytes.writeUInt16BE((depth - level - 1) * 4, level * 4 + 2);
  }
  return random.chance(0.5) ? bytes : message(berValue(tags.sequence, bytes));
}

/** Something that is mapped, whose texts are not what a reader hopes for. */
function withHostileTexts(random: Random): Uint8Array {
  const { oid, varbinds } = random.pick(samples);
  return wellFormed(random, {
    oid,
    varbinds: varbinds.map((varbind) =>
      random.chance(0.4) ? { ...varbind, type: tags.octetString, value: hostileText(random) } : varbind,
    ),
  });
}

/** A trap whose varbinds have wrong types, huge numbers, huge OIDs, empty values, or all of these many times over. */
function withHostileValues(random: Random): Uint8Array {
  const { oid, varbinds } = random.pick(samples);
  const list = varbinds.map((varbind) =>
    berValue(tags.sequence, random.chance(0.1) ? hugeOid(random) : berOid(varbind.oid), hostileValue(random)),
  );
  const times = random.chance(0.05) ? random.whole(2, 1500) : 1;
  const all = Array.from({ length: times }, () => list).flat();
  return message(
    berValue(tags.sequence, berValue(tags.sequence, berOid(SNMP_TRAP_OID), berOid(oid)), ...all),
  );
}

function message(varbindList: Uint8Array): Uint8Array {
  const pdu = berValue(pduTags.trapV2, berInteger(1), berInteger(0), berInteger(0), varbindList);
  return berValue(tags.sequence, berInteger(1), berOctets(Buffer.from('public')), pdu);
}

function hostileValue(random: Random): Uint8Array {
  const tag = random.chance(0.8) ? random.pick(Object.values(tags)) : random.whole(0, 255);
  const length = random.chance(0.9) ? random.whole(0, 12) : random.whole(13, 5000);
  return random.chance(0.1) ? hugeOid(random) : berValue(tag, randomBytes(random, length));
}

function hugeOid(random: Random): Uint8Array {
  const arcs = random.whole(1, 400);
  const arc = Buffer.alloc(random.whole(1, 20), 0xff);
  arc[arc.length - 1] = 0x7f;
  return berValue(tags.oid, ...Array.from({ length: arcs }, () => arc));
}
