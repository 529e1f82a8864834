import { z } from 'zod';

const ne = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be 1 to 64 characters of A-Z a-z 0-9 . _ -');

/** Which NEs, by themselves and by subnet; null: all of them. What belongs to no NE is the NE `network`. */
export const accessScope = z
  .strictObject({
    nes: z.array(ne).max(1000).default([]),
    subnets: z.array(z.string().min(1).max(255)).max(100).default([]),
  })
  .nullable();
