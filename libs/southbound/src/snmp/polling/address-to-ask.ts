import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';

/** The address of a host that may be asked, or why there is none. */
export async function addressToAsk(
  host: string,
  port: number,
  mayAsk: (address: string, port: number) => boolean,
): Promise<{ readonly address: string } | { readonly reason: string }> {
  try {
    const addresses =
      isIP(host) !== 0 ? [host] : (await lookup(host, { all: true })).map(({ address }) => address);
    const address = addresses.find((each) => mayAsk(each, port));
    return address === undefined ? { reason: 'not allowed' } : { address };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { reason: code === 'ENOTFOUND' ? 'unknown host' : code || 'no address' };
  }
}
