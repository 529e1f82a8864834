/** An object as one says it at an NE: without the NE where that is the same, and the NE itself by its name. */
export function placeOf({ ne, object }: { ne: string; object: string }, at: string): string {
  if (object === '') return ne;
  return ne === at ? object : `${ne} ${object}`;
}
