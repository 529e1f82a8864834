import { Random } from '@omc/simulator';
import { hostileDatagram } from '../fuzz/hostile-datagram.js';
import { sendOverUdp } from './send-over-udp.js';

/** Sends datagrams that somebody might send to do harm; the same seed sends the same. */
const random = new Random(Number(process.argv[2]));

sendOverUdp(() => hostileDatagram(random));
