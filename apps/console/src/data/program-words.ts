/** Browsers by what they call themselves, each before those that it also claims to be. */
const BROWSERS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Edge', /Edg(?:e|A|iOS)?\/(\d+)/],
  ['Opera', /OPR\/(\d+)/],
  ['Firefox', /(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /(?:HeadlessChrome|Chrome|CriOS)\/(\d+)/],
  ['Safari', /Version\/(\d+)[\d.]* (?:Mobile\/\S+ )?Safari/],
];
const SYSTEMS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux|X11/],
];
const MOST_LETTERS = 40;

/** What a program that names itself by a User-Agent is, for somebody who knows it by sight: `Firefox 128, Windows`. */
export function programWords(program: string): string {
  for (const [name, pattern] of BROWSERS) {
    const version = pattern.exec(program)?.[1];
    if (version === undefined) continue;
    const system = SYSTEMS.find(([, sign]) => sign.test(program))?.[0];
    return system ? `${name} ${version}, ${system}` : `${name} ${version}`;
  }
  return program.length > MOST_LETTERS ? `${program.slice(0, MOST_LETTERS - 1)}…` : program;
}
