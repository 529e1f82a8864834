import { z } from 'zod';

const address = z.union([z.ipv4(), z.ipv6()]);
/** RFC 1123 §2.1, with the underscores that containers and Windows have; the last label is no number, as in a mistyped address. */
const NAME =
  /^(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\.)*(?!\d+\.?$)[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\.?$/;

/** Where an NE is: an IP address or a host name. */
export const host = z
  .string()
  .min(1)
  .max(253)
  .refine(
    (text) => address.safeParse(text).success || NAME.test(text),
    'must be an IP address or a host name, such as 10.0.0.7 or enb-7.example.net',
  );
