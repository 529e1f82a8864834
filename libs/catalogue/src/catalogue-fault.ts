/** Where something stands in the catalogue's file: members and indices from the top. */
export type FilePath = readonly (string | number)[];

/** Something wrong in the catalogue's file, and where. */
export interface CatalogueFault {
  readonly path: FilePath;
  readonly reason: string;
}
