import { type MmlLanguage, mmlLanguages, refusalInChinese } from '@omc/mml';
import { type TextKey, texts } from './texts.js';
import type { World } from './world.js';

/** Says what the program says, in the language that holds just now; SET LANG changes it. */
export class Voice {
  language: MmlLanguage;

  constructor(language: MmlLanguage) {
    this.language = language;
  }

  /** A text of the table with what differs put in. */
  say(key: TextKey, parts: Readonly<Record<string, string | number>> = {}): string {
    return texts[key][this.language].replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(parts[name] ?? whole),
    );
  }

  /** What the OMC says, which is in English where it is no report. */
  translated(reason: string): string {
    return this.language === 'zh' ? refusalInChinese(reason) : reason;
  }
}

/** Where the program speaks. */
export interface SpeakingWorld extends World {
  readonly voice: Voice;
}

/**
 * The language that the command line asks for, else that of the locale. What is no language is left to the reading of
 * the options, which refuses it.
 */
export function languageFor(args: readonly string[], env: World['env']): MmlLanguage {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = args[at]?.includes('=') ? args[at].slice('--lang='.length) : args[at + 1];
  const chosen = at < 0 ? undefined : mmlLanguages.find((language) => language === asked);
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return chosen ?? (/^zh([_.@-]|$)/i.test(locale) ? 'zh' : 'en');
}
