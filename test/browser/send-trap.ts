import { createSocket } from 'node:dgram';

/** Sends a notification of SNMPv2c (community `public`) with one text beside what each has to hold. */
export async function sendTrap(port: number, notification: string, text: string): Promise<void> {
  const pair = (oid: string, value: Buffer) => field(0x30, Buffer.concat([oidField(oid), value]));
  const varbinds = field(
    0x30,
    Buffer.concat([
      pair('1.3.6.1.2.1.1.3.0', field(0x43, Buffer.from([1]))),
      pair('1.3.6.1.6.3.1.1.4.1.0', oidField(notification)),
      pair(`${notification}.1`, field(0x04, Buffer.from(text))),
    ]),
  );
  const zero = field(0x02, Buffer.from([0]));
  const pdu = field(0xa7, Buffer.concat([field(0x02, Buffer.from([7])), zero, zero, varbinds]));
  const head = Buffer.concat([field(0x02, Buffer.from([1])), field(0x04, Buffer.from('public'))]);
  const message = field(0x30, Buffer.concat([head, pdu]));
  const socket = createSocket('udp4');
  await new Promise<void>((resolve, reject) => {
    socket.send(message, port, '127.0.0.1', (error) => (error ? reject(error) : resolve()));
  });
  socket.close();
}

/** A field of BER (ITU-T X.690 §8.1), up to 255 bytes long. */
function field(tag: number, content: Buffer): Buffer {
  const length = content.length < 128 ? [content.length] : [0x81, content.length];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

/** An OID (ITU-T X.690 §8.19). */
function oidField(oid: string): Buffer {
  const [first = 0, second = 0, ...arcs] = oid.split('.').map(Number);
  return field(0x06, Buffer.from([first * 40 + second, ...arcs.flatMap(arcBytes)]));
}

function arcBytes(arc: number): number[] {
  const bytes = [arc & 127];
  for (let rest = arc >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 127) | 128);
  return bytes;
}
