/** Something that the page on screen can do just now. */
export interface PageAction {
  readonly id: string;
  readonly name: string;
  /** Why it cannot be done. */
  readonly reason?: string | undefined;
  readonly run: () => void;
}

let actions: () => readonly PageAction[] = () => [];

/** A page says what it can do; the answer takes that back. */
export function offerActions(offered: () => readonly PageAction[]): () => void {
  actions = offered;
  return () => {
    if (actions === offered) actions = () => [];
  };
}

/** What the page on screen can do now. */
export function pageActions(): readonly PageAction[] {
  return actions();
}
