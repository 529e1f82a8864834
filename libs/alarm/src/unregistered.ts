import type { BatchDraft } from './batch.js';
import type { LinkCommand, Refusal } from './commands.js';

/** What an NE told that was removed just now. */
export function toldByRemovedNe(command: LinkCommand, { tally }: BatchDraft): Refusal {
  const { ne } = command;
  const sample = `NE ${ne} is not registered any more`;
  const [source, reports] =
    command.kind === 'link-events'
      ? (['link', command.events.length] as const)
      : (['sync', 'faults' in command ? command.faults.length : 0] as const);
  if (reports > 0) tally.lose({ source, from: ne }, 'unknown-ne', sample, reports);
  return notRegistered(ne);
}

/** The refusal of what is about an NE that is not there. */
export function notRegistered(ne: string): Refusal {
  return { refused: 'not-found', field: 'ne', reason: `NE ${ne} is not registered` };
}
