import type { MibModule } from './read-mib.js';

/** RFC 2578 §2 and what is above it: modules build upon these, and they are seldom at hand. */
const ROOTS: Readonly<Record<string, string>> = {
  ccitt: '0',
  iso: '1',
  'joint-iso-ccitt': '2',
  org: '1.3',
  dod: '1.3.6',
  internet: '1.3.6.1',
  directory: '1.3.6.1.1',
  mgmt: '1.3.6.1.2',
  'mib-2': '1.3.6.1.2.1',
  transmission: '1.3.6.1.2.1.10',
  experimental: '1.3.6.1.3',
  private: '1.3.6.1.4',
  enterprises: '1.3.6.1.4.1',
  security: '1.3.6.1.5',
  snmpV2: '1.3.6.1.6',
  snmpDomains: '1.3.6.1.6.1',
  snmpProxys: '1.3.6.1.6.2',
  snmpModules: '1.3.6.1.6.3',
  snmpTraps: '1.3.6.1.6.3.1.1.5',
  snmp: '1.3.6.1.2.1.11',
  interfaces: '1.3.6.1.2.1.2',
};
/** Deeper than any OID (RFC 2578 §3.5: 128 arcs). */
const DEEPEST = 128;

/** OIDs by name, and what could not be found: `module: name: why`. */
export interface NamedOids {
  readonly oids: ReadonlyMap<string, string>;
  readonly faults: readonly string[];
}

/** The OIDs of all names of some modules. Where two modules use one name, the first module has it. */
export function oidsOfNames(modules: readonly MibModule[]): NamedOids {
  const scopes = modules.map((module) => ({
    module,
    own: new Map(module.assignments.map((assignment) => [assignment.name, assignment])),
  }));
  type Scope = (typeof scopes)[number];
  const byModule = new Map(scopes.map((scope) => [scope.module.name, scope]));
  const oidOf = (name: string, { module, own }: Scope, depth: number): string | undefined => {
    const assignment = own.get(name);
    if (assignment === undefined) {
      const from = byModule.get(module.imports.get(name) ?? '');
      return (
        (from && from.module !== module && depth < DEEPEST ? oidOf(name, from, depth + 1) : undefined) ??
        ROOTS[name]
      );
    }
    if (assignment.parent === undefined) return assignment.arcs.join('.');
    const above = depth < DEEPEST ? oidOf(assignment.parent, { module, own }, depth + 1) : undefined;
    return above && [above, ...assignment.arcs].join('.');
  };
  const oids = new Map<string, string>();
  const faults: string[] = [];
  for (const scope of scopes)
    for (const { name, parent } of scope.module.assignments) {
      const oid = oidOf(name, scope, 0);
      if (oid === undefined) faults.push(`${scope.module.name}: ${name}: ${whyNot(parent, scope.module)}`);
      else if (!oids.has(name)) oids.set(name, oid);
    }
  return { oids, faults };
}

function whyNot(parent: string | undefined, { imports }: MibModule): string {
  const module = imports.get(parent ?? '');
  return module === undefined ? `${parent} is not known` : `${parent} of module ${module} is not known`;
}
