/** The name of an OID by names of OIDs, with what is below it: `ifIndex.4`; null where none is known. */
export function nameOid(oid: string, names: ReadonlyMap<string, string>): string | null {
  for (let end = oid.length; end > 0; end = oid.lastIndexOf('.', end - 1)) {
    const name = names.get(oid.slice(0, end));
    if (name !== undefined) return name + oid.slice(end);
  }
  return null;
}
