/** Puts the caret at a place of a text, and its line (the first is 1) in the middle of what is seen. */
export function showPlace(field: HTMLTextAreaElement, offset: number, line: number): void {
  const ends = field.value.indexOf('\n', offset);
  field.focus();
  field.setSelectionRange(offset, ends === -1 ? field.value.length : ends);
  const height = Number.parseFloat(getComputedStyle(field).lineHeight);
  field.scrollTop = Math.max(0, line * height - field.clientHeight / 2);
}

/** The same for the beginning of a line. */
export function showLine(field: HTMLTextAreaElement, line: number): void {
  const before = field.value.split('\n').slice(0, line - 1);
  showPlace(
    field,
    before.reduce((sum, text) => sum + text.length + 1, 0),
    line,
  );
}
