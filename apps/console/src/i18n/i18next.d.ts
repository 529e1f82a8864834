import type en from './en.json';
import type pages from './pages/en.json';
import type topology from './topology/en.json';

/** Makes a key that does not exist a compile error. */
declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en & typeof pages & typeof topology };
  }
}
