import type { Bilingual } from '@omc/alarm';

/** What values a parameter takes. */
export type ParameterType =
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  /** Decimals allowed. */
  | { readonly kind: 'seconds'; readonly min: number; readonly max: number }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  /** The id of an NE; `registrable` leaves out the reserved one. */
  | { readonly kind: 'ne'; readonly registrable?: true }
  /** The name of a managed object; empty for the NE itself. */
  | { readonly kind: 'object' }
  /** The id of an alarm. */
  | { readonly kind: 'alarm' }
  | { readonly kind: 'host' }
  | { readonly kind: 'port' }
  /** A time in UTC; its value is in milliseconds since 1970. */
  | { readonly kind: 'time' }
  | { readonly kind: 'string'; readonly max: number };

/** A parameter of a command. */
export interface ParameterSpec {
  readonly name: string;
  readonly type: ParameterType;
  readonly required?: true;
  /** Takes up to so many values, joined by `&`; integers as ranges `from&&to`, too. */
  readonly most?: number;
  /** Never repeated: a password. */
  readonly secret?: true;
  /** What it is where it is not named. */
  readonly default?: string | number;
  /** A parameter that must be named beside this one. */
  readonly needs?: string;
  readonly help: Bilingual;
}

/** One value of a parameter after it was held against its type. */
export type SingleValue = string | number;

/** The value of a parameter after it was held against its type; a list where it takes several. */
export type ArgumentValue = SingleValue | readonly SingleValue[];

type SingleOf<Type extends ParameterType> = Type extends { kind: 'integer' | 'seconds' | 'port' | 'time' }
  ? number
  : Type extends { kind: 'enum'; values: readonly (infer Value)[] }
    ? Value
    : string;

type ValueOf<Spec extends ParameterSpec> = Spec extends { readonly most: number }
  ? readonly SingleOf<Spec['type']>[]
  : SingleOf<Spec['type']>;

type Certain = { readonly required: true } | { readonly default: SingleValue };

/** The arguments that parameters amount to: those neither required nor with a default may be undefined. */
export type ArgumentsOf<Specs extends readonly ParameterSpec[]> = {
  readonly [Spec in Specs[number] as Spec['name']]: Spec extends Certain
    ? ValueOf<Spec>
    : ValueOf<Spec> | undefined;
};
