import { lazyWithTexts } from './i18n/lazy-with-texts.js';

/** What somebody sees who is signed in, but for the page. */
export const Console = lazyWithTexts(['frame'], () => import('./console.js'));
export const FirstPasswordPage = lazyWithTexts(
  ['account'],
  () => import('./pages/account/first-password-page.js'),
);
export const SignInPage = lazyWithTexts(['sign-in'], () => import('./pages/sign-in/sign-in-page.js'));
