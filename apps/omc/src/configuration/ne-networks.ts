import { BlockList, isIP } from 'node:net';
import type { z } from 'zod';

/** Where NEs may be dialled. */
export interface NeNetworks {
  /** Whether an IP address may be dialled. */
  allows(address: string): boolean;
}

const ALWAYS_REFUSED = [
  '169.254.0.0/16',
  '224.0.0.0/4',
  '0.0.0.0/8',
  '255.255.255.255/32',
  'fe80::/10',
  'ff00::/8',
  '::/128',
];

/** Reads a comma-separated list of networks (`10.0.0.0/8,fd00::/8`); unset allows all but link-local and multicast. */
export function parseNetworks(list: string | undefined, context: z.RefinementCtx): NeNetworks {
  const refused = blockListOf(ALWAYS_REFUSED).blocks;
  if (list === undefined) return { allows: (address) => !holds(refused, address) };
  const { blocks, faults } = blockListOf(list.split(',').map((network) => network.trim()));
  for (const fault of faults)
    context.addIssue({
      code: 'custom',
      message: `"${fault}" is not a network such as 10.0.0.0/8 or fd00::/8`,
    });
  return { allows: (address) => holds(blocks, address) && !holds(refused, address) };
}

function blockListOf(networks: readonly string[]): { readonly blocks: BlockList; readonly faults: string[] } {
  const blocks = new BlockList();
  const faults: string[] = [];
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/');
    const family = isIP(address);
    const most = family === 4 ? 32 : 128;
    const length = bits === '' ? most : Number(bits);
    if (family === 0 || !Number.isInteger(length) || length < 0 || length > most) faults.push(network);
    else blocks.addSubnet(address, length, family === 4 ? 'ipv4' : 'ipv6');
  }
  return { blocks, faults };
}

function holds(blocks: BlockList, address: string): boolean {
  return blocks.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}
