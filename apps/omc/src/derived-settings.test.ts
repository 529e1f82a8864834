import { isObjectName } from '@omc/alarm';
import { describe, expect, it } from 'vitest';
import { omcObject } from './derived-settings.js';

describe("the OMC's own object", () => {
  it.each([
    ['omc-1.example', 'Omc=omc-1.example'],
    ['a=b,c\u0000', 'Omc=abc'],
    ['', 'Omc=omc'],
    ['网管', 'Omc=omc'],
    ['x'.repeat(300), `Omc=${'x'.repeat(64)}`],
  ])('of host %j is named as objects are', (host, object) => {
    expect(omcObject(host)).toBe(object);
    expect(isObjectName(object)).toBe(true);
  });
});
