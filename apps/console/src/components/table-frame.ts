import { createContext } from 'react';

/** What a table shares with the page that it is on. */
export interface TableFrame {
  /** Only rows that contain all words of this text are shown. */
  readonly find: string;
  /** Called with the number of rows on show (null: not known yet), and whether there are more that were not read. */
  readonly tell: (shown: number | null, cut: boolean) => void;
}

/** The page around a table. */
export const FrameContext = createContext<TableFrame>({ find: '', tell: () => undefined });
