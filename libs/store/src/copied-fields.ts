/** A row that PostgreSQL copied out: the text of each column, or null. */
export type CopiedFields = readonly (string | null)[];

/** The letters that COPY's text format writes control characters as; any other stands for itself. */
const CONTROLS: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** The fields of a row in COPY's text format, its end left out. */
export function copiedFields(line: string): CopiedFields {
  const fields = line.split('\t');
  // Most fields are as they are: only a line with a backslash is worth a second look.
  return line.includes('\\') ? fields.map(read) : fields;
}

function read(field: string): string | null {
  if (field === '\\N') return null;
  if (!field.includes('\\')) return field;
  return field.replace(/\\(.)/g, (_, letter: string) => CONTROLS[letter] ?? letter);
}
