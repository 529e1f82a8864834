import { instant, memberWords } from '@omc/api';

type Json = Record<string, unknown>;

/** What instants say of themselves: how they are written, not what they mean. */
const HOW_WRITTEN = instant.description;

/** Of formats that look alike everywhere. */
const EXAMPLES: Readonly<Record<string, string>> = {
  'date-time': '2026-11-23T14:00:00.000Z',
  uuid: '01920000-7a1b-7001-8abc-000000000001',
};

/** A shape in which each member says what it means: by itself, or in the words of its name. @param place of its path. */
export function described(schema: Json, place: string, within = ''): Json {
  const inner = (value: unknown) => described(value as Json, place, within);
  const all = (values: unknown) => (Array.isArray(values) ? values.map(inner) : values);
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      if (keyword === 'properties') return [keyword, membersOf(value as Record<string, Json>, place, within)];
      if (keyword === 'items' || keyword === 'additionalProperties')
        return [keyword, typeof value === 'object' ? inner(value) : value];
      return [keyword, /^(any|one|all)Of$/.test(keyword) ? all(value) : value];
    }),
  );
}

/** A member with its meaning and, where there is one, an example. */
export function describedMember(name: string, schema: Json, place: string, within = ''): Json {
  const [words, example] =
    memberWords[`${within}.${name}`] ?? memberWords[`/${place}.${name}`] ?? memberWords[name] ?? [];
  const own = schema['description'];
  const description = own === undefined ? words : own === HOW_WRITTEN ? joined(words, HOW_WRITTEN) : own;
  const shown = exampleOf(schema, example);
  return {
    ...described(schema, place, name),
    ...(description === undefined ? {} : { description }),
    ...(shown === undefined ? {} : { examples: [shown] }),
  };
}

function membersOf(members: Record<string, Json>, place: string, within: string): Json {
  return Object.fromEntries(
    Object.entries(members).map(([name, schema]) => [name, describedMember(name, schema, place, within)]),
  );
}

function joined(words: string | undefined, how: string | undefined): string | undefined {
  return words === undefined ? undefined : `${words} (${how})`;
}

/** Only what the shape takes: the same name may hold one value here and a list of them there. */
function exampleOf({ type, format, enum: values }: Json, example: unknown): unknown {
  if (values !== undefined) return undefined;
  if (typeof format === 'string' && format in EXAMPLES) return EXAMPLES[format];
  const fits =
    type === 'integer' || type === 'number' ? typeof example === 'number' : type === typeof example;
  return fits ? example : undefined;
}
