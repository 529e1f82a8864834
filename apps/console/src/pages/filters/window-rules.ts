import type { FormRule } from 'antd';
import type { TFunction } from 'i18next';
import type { FilterValues } from './filter-put-of.js';

type Member = 'createThreshold' | 'restoreThreshold' | 'statRestore';

/** Which field bounds a field, and what is to be said where it does not keep to it. */
const bounds = {
  createThreshold: {
    by: 'createWindow',
    keeps: (value: number, bound: number) => value <= bound,
    says: 'thresholdAbove',
  },
  restoreThreshold: {
    by: 'restoreWindow',
    keeps: (value: number, bound: number) => value < bound || (value === 0 && bound === 0),
    says: 'clearBelow',
  },
  statRestore: {
    by: 'statCreate',
    keeps: (value: number, bound: number) => value < bound || (value === 0 && bound === 0),
    says: 'statBelow',
  },
} as const satisfies Record<
  Member,
  { by: keyof FilterValues; keeps: (value: number, bound: number) => boolean; says: string }
>;

/** Whether a field is bounded by another, and by which. */
export function boundOf(member: string): keyof FilterValues | undefined {
  return member in bounds ? bounds[member as Member].by : undefined;
}

/** The rule of a field that another one bounds; what is left empty breaks none. The OMC has the last word. */
export function windowRule(t: TFunction, member: string): FormRule[] {
  if (!(member in bounds)) return [];
  const { by, keeps, says } = bounds[member as Member];
  return [
    ({ getFieldValue }) => ({
      validator: (_rule, value: unknown) => {
        const bound: unknown = getFieldValue(by);
        if (typeof value !== 'number' || typeof bound !== 'number' || keeps(value, bound))
          return Promise.resolve();
        return Promise.reject(new Error(t(`filters.${says}`)));
      },
    }),
  ];
}
