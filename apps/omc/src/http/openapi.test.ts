import { memberWords } from '@omc/api';
import { expect, it } from 'vitest';
import { openApiDocument } from './openapi.js';

interface Shape {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly [keyword: string]: unknown;
}
interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly parameters: readonly { readonly name: string; readonly description?: string }[];
}

const document = openApiDocument() as unknown as {
  readonly paths: Record<string, Record<string, Operation>>;
};
const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));

/** Every member of every shape below a value, however deep, with where it is. */
function* membersBelow(value: unknown, where: string): Generator<[where: string, member: Shape]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'properties')
      for (const [name, member] of Object.entries(inner as Record<string, Shape>))
        yield [`${where}.${name}`, member];
    yield* membersBelow(inner, key === 'properties' ? where : `${where}.${key}`);
  }
}

it('says of every operation what it does and who may', () => {
  const silent = operations.filter(({ summary, description }) => !summary || !description);
  expect(silent.map(({ operationId }) => operationId)).toEqual([]);
});

it('says of every parameter what it means', () => {
  const silent = operations.flatMap(({ operationId, parameters }) =>
    parameters.filter(({ description }) => !description).map(({ name }) => `${operationId} ${name}`),
  );
  expect(silent).toEqual([]);
});

it('says of every member of every shape what it means', () => {
  const members = [...membersBelow(document, '')];
  expect(members.length).toBeGreaterThan(1_000);
  const silent = members.filter(
    ([, { description }]) => description === undefined || description === 'RFC 3339 instant',
  );
  expect(silent.map(([where]) => where)).toEqual([]);
});

it('has no words for what is not there', () => {
  const text = JSON.stringify(document);
  const unused = Object.entries(memberWords).filter(
    ([, [words]]) => !text.includes(JSON.stringify(words).slice(1, -1)),
  );
  expect(unused.map(([name]) => name)).toEqual([]);
});
