import type { BranchPlan, ElementPlan } from '../network/network-plan.js';

/** The port at the other end of the fibre that is plugged into a port; undefined where none is. */
export function otherEndOf({ branches }: ElementPlan, port: string): string | undefined {
  for (const branch of branches) {
    const found = fibresOf(branch).find((ends) => ends.includes(port));
    if (found !== undefined) return found[0] === port ? found[1] : found[0];
  }
  return undefined;
}

/** Every fibre of a branch, by the ports at its ends, the one nearer to the branch's beginning first. */
function fibresOf({ irPorts: [first = '', last], rrus }: BranchPlan): (readonly [string, string])[] {
  const away = [first, ...rrus.map(({ ports }) => ports[1])];
  const towards = [...rrus.map(({ ports }) => ports[0]), last];
  return away.flatMap((port, place) => {
    const other = towards[place];
    return other === undefined ? [] : [[port, other] as const];
  });
}
