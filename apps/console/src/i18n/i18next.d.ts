import type en from './en.json';

/** Makes a key that does not exist a compile error. */
declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}
