import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { wordsOfIssue } from './words-of-issue.js';

describe('what is wrong with a value', () => {
  it.each([
    [z.string(), undefined, 'is missing'],
    [z.string(), 7, 'must be a text'],
    [z.coerce.number(), 'many', 'must be a number'],
    [z.number().int(), 1.5, 'must be a whole number'],
    [z.coerce.number().max(1000), '1001', 'must be at most 1000'],
    [z.number().positive(), 0, 'must be more than 0'],
    [z.string().min(1), '', 'must have at least 1 character'],
    [z.string().max(2), 'abc', 'must have at most 2 characters'],
    [z.array(z.string()).max(1), ['a', 'b'], 'must have at most 1 item'],
    [z.enum(['csv', 'json']), 'xml', 'must be one of csv, json'],
    [z.literal('link'), 'tcp', 'must be link'],
    [z.iso.datetime(), 'yesterday', 'must be an instant such as 2026-11-28T14:00:00.000Z'],
    [z.boolean(), 'yes', 'must be true or false'],
    [z.string().regex(/^a$/, 'must be a'), 'b', 'must be a'],
  ])('is said in the words of the house (%#)', (schema, value, words) => {
    const { error } = schema.safeParse(value, { error: wordsOfIssue });
    expect(error?.issues.map(({ message }) => message)).toEqual([words]);
  });
});
