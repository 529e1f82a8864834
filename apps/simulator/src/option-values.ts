import { isIPv4 } from 'node:net';
import { InvalidArgumentError } from 'commander';

/** Reads a whole number within limits. */
export function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

/** Reads an IPv4 address. */
export function ipv4(text: string): string {
  if (isIPv4(text)) return text;
  throw new InvalidArgumentError('It must be an IPv4 address.');
}

/** Reads the address of a web server. */
export function httpUrl(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new InvalidArgumentError('It must be an address such as http://127.0.0.1:3000.');
}

/** Reads how many times faster than real time something is. */
export function speed(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0.01 && value <= 1000) return value;
  throw new InvalidArgumentError('It must be a number from 0.01 to 1000.');
}
