import { type ServedEndpoint, servedEndpoints } from '@omc/api';

/** What a request leads to: an operation, or a path that knows other methods only, or none at all. */
export type Served =
  | { readonly operation: ServedEndpoint }
  | { readonly allow: readonly string[] }
  | undefined;

const INTERFACES = /^\/(api|3gpp|eventListener|metrics|healthz|readyz)(\/|$)/i;

/** Whether a path is of an interface for programs; anything else is of the console. */
export function isInterface(path: string): boolean {
  return INTERFACES.test(path);
}

interface Route {
  readonly pattern: RegExp;
  readonly literals: number;
  readonly operations: ServedEndpoint[];
}

const routes = routesOf(servedEndpoints);

/** Finds the operation of a method and path. HEAD asks for what GET gives. */
export function servedOperation(method: string, path: string): Served {
  const matching = routes.filter(({ pattern }) => pattern.test(path));
  const [route] = matching;
  if (route === undefined) return undefined;
  const wanted = method === 'HEAD' ? 'GET' : method;
  const operations = matching.flatMap((each) => each.operations);
  const operation = operations.find(({ endpoint }) => endpoint.method === wanted);
  if (operation !== undefined) return { operation };
  const methods = new Set<string>(operations.map(({ endpoint }) => endpoint.method));
  return { allow: [...methods, ...(methods.has('GET') ? ['HEAD'] : [])].sort() };
}

/** What is written out goes before what is a parameter, as the router has it. */
function routesOf(endpoints: readonly ServedEndpoint[]): Route[] {
  const byPath = new Map<string, Route>();
  for (const served of endpoints) {
    const known = byPath.get(served.path);
    if (known !== undefined) known.operations.push(served);
    else byPath.set(served.path, { ...compiled(served.path), operations: [served] });
  }
  return [...byPath.values()].sort((a, b) => b.literals - a.literals);
}

function compiled(path: string) {
  const parts = path.split('/').slice(1);
  const pattern = parts.map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.]/g, '\\.')));
  return {
    pattern: new RegExp(`^/${pattern.join('/')}/?$`, 'i'),
    literals: parts.filter((part) => !part.startsWith(':')).length,
  };
}
