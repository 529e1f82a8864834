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
  /** Never repeated: a password. */
  readonly secret?: true;
  /** What it is where it is not named. */
  readonly default?: string | number;
  /** A parameter that must be named beside this one. */
  readonly needs?: string;
  readonly help: string;
}

/** The value of a parameter after it was held against its type. */
export type ArgumentValue = string | number;

type ValueOf<Type extends ParameterType> = Type extends { kind: 'integer' | 'seconds' | 'port' | 'time' }
  ? number
  : Type extends { kind: 'enum'; values: readonly (infer Value)[] }
    ? Value
    : string;

type Certain = { readonly required: true } | { readonly default: ArgumentValue };

/** The arguments that parameters amount to: those neither required nor with a default may be undefined. */
export type ArgumentsOf<Specs extends readonly ParameterSpec[]> = {
  readonly [Spec in Specs[number] as Spec['name']]: Spec extends Certain
    ? ValueOf<Spec['type']>
    : ValueOf<Spec['type']> | undefined;
};
