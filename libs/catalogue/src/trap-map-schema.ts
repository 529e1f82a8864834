import { severities } from '@omc/alarm';
import { z } from 'zod';

const text = z.string().min(1, 'must not be empty').max(4096);
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const texts = z.union([text.transform((one) => [one]), z.array(text).min(1)]);
/** An empty name is the NE itself. */
const objects = z.union([z.string().transform((one) => [one]), z.array(z.string()).min(1)]);
const oid = z.string().regex(/^[0-2](\.\d+)+$/, 'must be an OID such as 1.3.6.1.4.1');
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
const alarmId = z.int().min(1).max(2_147_483_647).transform(String);

/** One rule, as a user writes it. Members that nothing knows are refused. */
const rule = z
  .strictObject({
    name: text,
    notification: z.union([oids.transform((one) => [one]), z.array(oids).min(1)]),
    when: z.array(condition).default([]),
    action: z.enum(['report', 'resync', 'ignore']).default('report'),
    ne: texts.default([]),
    alarmId: z
      .union([alarmId.transform((one) => [one]), texts, lookup(z.record(z.string(), alarmId))])
      .exactOptional(),
    state: z
      .union([rawState.transform((one) => [one]), lookup(z.record(z.string(), rawState))])
      .exactOptional(),
    object: objects.exactOptional(),
    text: texts.default([]),
    severity: z.union([severity.transform((one) => [one]), lookup(severityMap)]).default([]),
  })
  .superRefine((value, context) => {
    for (const name of ['alarmId', 'state', 'object'] as const)
      if (value.action === 'report' && value[name] === undefined)
        context.addIssue({ code: 'custom', path: [name], message: 'is missing' });
  })
  .transform(({ alarmId: id = [], state = [], object = [], ...others }) => ({
    ...others,
    alarmId: id,
    state,
    object,
  }));

/** The file of trap mappings. */
export const trapMapSchema = z.strictObject({
  names: z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, 'must be a word'), oid).default({}),
  rules: z.array(rule),
});
