import type { Part, parts } from './parts.js';

type TextsOf<P extends Part> = Awaited<ReturnType<(typeof parts)[P]['en']>>['default'];

/** The texts of all parts together: a section may lie in several parts. */
type Together<P extends Part> = (P extends Part ? (texts: TextsOf<P>) => void : never) extends (
  texts: infer All,
) => void
  ? All
  : never;

/** Makes a key that does not exist a compile error. */
declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Together<Part> };
  }
}
