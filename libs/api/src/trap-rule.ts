import { severities } from '@omc/alarm';
import { z } from 'zod';

const text = z.string().min(1, 'must not be empty').max(4096);
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const texts = z.union([text.transform((one) => [one]), z.array(text)]);
/** An empty name is the NE itself. */
const objects = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const oids = z
  .string()
  .regex(/^[0-2](\.\d+)+(\.\*)?$/, 'must be an OID, or one that ends in .* for all below');

const condition = z
  .strictObject({
    varbind: text,
    is: z.union([scalar.transform((one) => [one]), z.array(scalar).min(1)]).exactOptional(),
    startsWith: text.exactOptional(),
    matches: text.exactOptional(),
  })
  .refine(
    ({ is, startsWith, matches }) =>
      [is, startsWith, matches].filter((each) => each !== undefined).length === 1,
    'must have exactly one of is, startsWith, matches',
  );

const itu = { 1: 'cleared', 2: 'indeterminate', 3: 'critical', 4: 'major', 5: 'minor', 6: 'warning' };
const model = { 1: 'cleared', 2: 'indeterminate', 3: 'warning', 4: 'minor', 5: 'major', 6: 'critical' };
const u2000 = { 1: 'critical', 2: 'major', 3: 'minor', 4: 'warning', 5: 'indeterminate', 6: 'cleared' };
const severityMaps = { itu, model, u2000 } as const;
const severity = z.enum([...severities, 'cleared']);
const severityMap = z.union([
  z.enum(['itu', 'model', 'u2000']).transform((name): Record<string, string> => severityMaps[name]),
  z.record(z.string(), severity),
]);

const lookup = <To extends z.ZodType>(map: To) => z.strictObject({ of: texts, map });
const rawState = z.enum(['fault', 'ok']);
const alarmId = z
  .union([z.int().min(1).max(2_147_483_647), z.string().regex(/^[1-9]\d{0,9}$/, 'must be an alarm id')])
  .transform(String);
/** Alone, or as a list of one. */
const single = <To extends z.ZodType<string>>(one: To) =>
  z.union([one.transform((value) => [value]), z.array(one).max(1)]);

/**
 * What notifications of one kind mean, as a user writes it, in the file of mappings or over REST. Members that nothing
 * knows are refused. What comes of it can be written again.
 */
export const trapRule = z
  .strictObject({
    name: text,
    notification: z.union([oids.transform((one) => [one]), z.array(oids).min(1)]),
    when: z.array(condition).default([]),
    action: z.enum(['report', 'resync', 'ignore']).default('report'),
    ne: texts.default([]),
    alarmId: z
      .union([alarmId.transform((one) => [one]), texts, lookup(z.record(z.string(), alarmId))])
      .exactOptional(),
    state: z.union([single(rawState), lookup(z.record(z.string(), rawState))]).exactOptional(),
    object: objects.exactOptional(),
    text: texts.default([]),
    severity: z.union([single(severity), lookup(severityMap)]).default([]),
  })
  .superRefine((value, context) => {
    for (const name of ['alarmId', 'state', 'object'] as const)
      if (value.action === 'report' && isNothing(value[name]))
        context.addIssue({ code: 'custom', path: [name], message: 'is missing' });
  })
  .transform(({ alarmId: id = [], state = [], object = [], ...others }) => ({
    ...others,
    alarmId: id,
    state,
    object,
  }));

function isNothing(member: unknown): boolean {
  return member === undefined || (Array.isArray(member) && member.length === 0);
}

/** A rule as it is understood. */
export type TrapRulePost = z.output<typeof trapRule>;
