import { isObjectName } from '@omc/api';
import type { FormRule } from 'antd';
import type { TFunction } from 'i18next';
import type { FilterValues } from './filter-put-of.js';

type Member = 'createThreshold' | 'restoreThreshold' | 'statCreate' | 'statRestore';

/** Which field bounds a field, and what is to be said where it does not keep to it. */
const bounds = {
  createThreshold: {
    by: 'createWindow',
    keeps: (value: number, bound: number) => (bound === 0 ? value === 0 : value > 0 && value <= bound),
    says: 'thresholdAbove',
  },
  restoreThreshold: {
    by: 'restoreWindow',
    keeps: (value: number, bound: number) => value < bound || (value === 0 && bound === 0),
    says: 'clearBelow',
  },
  statCreate: {
    by: 'statWindow',
    keeps: (value: number, bound: number) => value > 0 || bound === 0,
    says: 'statNeeded',
  },
  statRestore: {
    by: 'statCreate',
    keeps: (value: number, bound: number) => value < bound || (value === 0 && bound === 0),
    says: 'statBelow',
  },
} as const satisfies Record<
  Member,
  {
    by: 'createWindow' | 'restoreWindow' | 'statWindow' | 'statCreate';
    keeps: (value: number, bound: number) => boolean;
    says: string;
  }
>;

/** Whether a field is bounded by another, and by which. */
export function boundOf(member: string): keyof FilterValues | undefined {
  return member in bounds ? bounds[member as Member].by : undefined;
}

/** The rule of a field that another one bounds; what is left empty breaks none. The OMC has the last word. */
export function windowRule(t: TFunction, member: string): FormRule[] {
  if (!(member in bounds)) return [];
  const { says } = bounds[member as Member];
  return [
    ({ getFieldsValue }) => ({
      validator: () =>
        keepsTo(member as Member, getFieldsValue(true))
          ? Promise.resolve()
          : Promise.reject(new Error(t(`filters.${says}`))),
    }),
  ];
}

/** The rule of the object: it has a name as objects have, and without its NE that names nothing. */
export function objectRule(t: TFunction): FormRule {
  return ({ getFieldsValue }) => ({
    validator: () => {
      const fault = faultOfObject(getFieldsValue(true));
      return fault ? Promise.reject(new Error(t(`filters.${fault}`))) : Promise.resolve();
    },
  });
}

/** Whether what the form holds breaks none of the rules, so that it is worth asking the OMC about. */
export function keepsAllRules(values: Partial<FilterValues>): boolean {
  return (
    faultOfObject(values) === undefined &&
    Object.keys(bounds).every((member) => keepsTo(member as Member, values))
  );
}

function keepsTo(member: Member, values: Partial<FilterValues>): boolean {
  const { by, keeps } = bounds[member];
  const [value, bound] = [values[member], values[by]];
  return typeof value !== 'number' || typeof bound !== 'number' || keeps(value, bound);
}

function faultOfObject({ ne, object }: Partial<FilterValues>): 'objectName' | 'objectNeedsNe' | undefined {
  const name = object?.trim();
  if (!name) return undefined;
  if (!isObjectName(name)) return 'objectName';
  return ne?.trim() ? undefined : 'objectNeedsNe';
}
