import { describeEveryPage } from './browser/every-page.js';

describeEveryPage([
  { theme: 'dark', language: 'zh', width: 1280, height: 800 },
  { theme: 'dark', language: 'en', width: 3840, height: 2160 },
]);
