/** One line of the command palette. */
export interface PaletteItem {
  readonly id: string;
  /** What kind of thing it is: the palette says so beside it. */
  readonly kind: 'action' | 'page' | 'view' | 'ne' | 'mml';
  readonly name: string;
  readonly hint?: string | undefined;
  readonly disabled?: boolean;
  readonly run: () => void;
}

const MOST = 40;

/** The lines that hold every word of a text, in their order; those whose name begins with it first. */
export function matchingItems(items: readonly PaletteItem[], text: string): PaletteItem[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const begins = ({ name }: PaletteItem) => name.toLowerCase().startsWith(words[0] ?? '');
  const found = items.filter(({ name, hint = '' }) => {
    const held = `${name} ${hint}`.toLowerCase();
    return words.every((word) => held.includes(word));
  });
  return [...found.filter(begins), ...found.filter((item) => !begins(item))].slice(0, MOST);
}
