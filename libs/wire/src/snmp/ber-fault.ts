/** Bytes that are not what BER, or SNMP, says. Never leaves the front doors of decoding, which return the reason. */
export class BerFault extends Error {}
