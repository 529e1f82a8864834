import {
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  type Module,
  type OverlayType,
  QuickFilterModule,
  RenderApiModule,
  RowApiModule,
  RowAutoHeightModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
  TooltipModule,
} from 'ag-grid-community';

/** The parts of the grid that the console uses; what is not named here is not in the page. */
export const gridModules: Module[] = [
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  QuickFilterModule,
  RenderApiModule,
  RowApiModule,
  // Without it a table that was sent to a row goes back there with the next change, waiting for heights to be measured.
  RowAutoHeightModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
  TooltipModule,
];

/** What tables would say by themselves, in English: pages say it, in the language of the console. */
export const noWordsOfItsOwn: OverlayType[] = ['noRows', 'noMatchingRows'];
