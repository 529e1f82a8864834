/** How messages of an SNMPv3 user are signed (RFC 7860). */
export const authProtocols = ['sha224', 'sha256', 'sha384', 'sha512'] as const;
export type AuthProtocol = (typeof authProtocols)[number];

/** How they are encrypted: AES-128-CFB (RFC 3826), and the same with longer keys as net-snmp has it. */
export const privProtocols = ['aes', 'aes192', 'aes256'] as const;
export type PrivProtocol = (typeof privProtocols)[number];
