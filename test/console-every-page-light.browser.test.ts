import { describeEveryPage } from './browser/every-page.js';

describeEveryPage([
  { theme: 'light', language: 'en', width: 1280, height: 800 },
  { theme: 'light', language: 'zh', width: 3840, height: 2160 },
]);
