import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Scenario, scenario } from './scenario.js';
import { ScenarioError } from './scenario-error.js';

/** A scenario, and where its members stand in their file. */
export interface ReadScenario {
  readonly scenario: Scenario;
  /** The line of a member, counted from 1. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** Reads a scenario from YAML. Throws ScenarioError, which names every line and member that is wrong. */
export function readScenario(text: string): ReadScenario {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken !== undefined)
    throw new ScenarioError(`line ${lines.linePos(broken.pos[0]).line}: ${broken.message}`);
  const lineOf = (path: readonly PropertyKey[]) => lineIn(document, lines, path);
  const read = scenario.safeParse(document.toJS());
  if (read.success) return { scenario: read.data, lineOf };
  throw new ScenarioError(read.error.issues.map((issue) => inWords(issue, lineOf)).join('\n'));
}

/** The line of a member, or of the nearest one around it that is there. */
function lineIn(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function inWords(issue: z.core.$ZodIssue, lineOf: ReadScenario['lineOf']): string {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  return `line ${lineOf(path)}: ${memberName(issue.path)}: ${reasonOf(issue)}`;
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  if (issue.code === 'unrecognized_keys') return `there is no ${issue.keys.join(', ')} here`;
  return issue.message;
}

/** Such as steps[2].fault. */
function memberName(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the file';
  return path
    .map((part, place) => (typeof part === 'number' ? `[${part}]` : `${place > 0 ? '.' : ''}${String(part)}`))
    .join('');
}
