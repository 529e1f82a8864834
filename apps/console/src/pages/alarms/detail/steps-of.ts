/** A number begins a step at the beginning of a line, or behind the end of a sentence. */
const STEP = /(?:^|\n|(?<=[.。;；!！]))\s*\d{1,2}\.\s+/;

/** The steps of a text that numbers them (`1. … 2. …`), without their numbers; none where it does not. */
export function stepsOf(text: string): string[] {
  if (!/^\s*1\.\s/.test(text)) return [];
  return text
    .split(STEP)
    .map((step) => step.trim())
    .filter(Boolean);
}
