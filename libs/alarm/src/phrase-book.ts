/** A phrase beside its translation: `{}` stands for what differs; in the translation, `{1}` is the first of them. */
export type Phrase = readonly [text: string, translation: string];

/** Translates texts that are phrases of a list; gives others as they stand. What differs in one may be a phrase, too. */
export function phraseBook(phrases: readonly Phrase[]): (text: string) => string {
  const patterns = phrases.map(([text, translation]) => ({ pattern: patternOf(text), translation }));
  const translate = (text: string): string => {
    for (const { pattern, translation } of patterns) {
      const found = pattern.exec(text);
      if (found !== null)
        return translation.replace(/\{(\d)\}/g, (_, place: string) => partOf(found[Number(place)] ?? ''));
    }
    return text;
  };
  const partOf = (text: string) => (text.includes(' ') ? translate(text) : text);
  return translate;
}

function patternOf(phrase: string): RegExp {
  const escaped = phrase.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('{}', '(.+?)')}$`, 'su');
}
