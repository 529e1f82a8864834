/** A value of one column: text, number, boolean, or nothing at all. */
export type CopyField = string | number | boolean | null | undefined;

const NULL = '\\N';
const SPECIAL = /[\\\n\r\t]/;

/** One row in COPY's text format, its end included. */
export function copyLine(fields: readonly CopyField[]): string {
  // Joined at once: adding up so many pieces makes as many strings.
  return `${fields.map(written).join('\t')}\n`;
}

function written(field: CopyField): string | number | boolean {
  if (field === undefined || field === null) return NULL;
  return typeof field === 'string' && SPECIAL.test(field) ? escaped(field) : field;
}

function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
}
