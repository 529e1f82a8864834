/** Every text of a part by its dotted key. */
export function byKey(tree: object, path = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries(tree)) {
    if (typeof value === 'string') texts.set(path + name, value);
    else for (const [key, text] of byKey(value, `${path}${name}.`)) texts.set(key, text);
  }
  return texts;
}
