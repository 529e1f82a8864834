import type { TopologyPut, TopologyResource } from '@omc/api';

/** What is put of a topology that the OMC told: all but its version. */
export function putOf({ version: _, ...topology }: TopologyResource): TopologyPut {
  return topology;
}

/** A topology as a text that is easily read and changed: an object a line. */
export function topologyText({ objects, ...whole }: TopologyPut): string {
  const lines = Object.entries(whole).map(([name, value]) => `  ${JSON.stringify(name)}: ${spaced(value)}`);
  const each = objects.map((object) => `    ${spaced(object)}`).join(',\n');
  lines.push(`  "objects": [${each && `\n${each}\n  `}]`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** JSON on one line, with air between its members. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${spaced(member)}`);
  return `{${members.join(', ')}}`;
}
