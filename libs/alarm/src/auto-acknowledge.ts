import type { Severity } from './severity.js';

/** When an alarm is acknowledged by itself: with its clear, at once with its raise, or never. */
export const autoAcknowledgements = ['never', 'cleared', 'raised'] as const;
export type AutoAcknowledge = (typeof autoAcknowledgements)[number];

/** The same for each severity; what is left out is `never`. What is set for an alarm's type goes before it. */
export type AutoAcknowledgement = { readonly [Of in Severity]?: AutoAcknowledge };
