/** Stylesheets that could not be fetched: whoever fetches their part again takes them for fetched. */
const lost = new Set<HTMLLinkElement>();

/** Hears of stylesheets that cannot be fetched, from now on. */
export function hearLostStyles(): void {
  const hear = ({ target }: Event) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') lost.add(target);
  };
  // Such an event does not rise, but is seen on its way down.
  document.addEventListener('error', hear, true);
}

/** Fetches the stylesheets again that are missing; rejects where one of them still cannot be fetched. */
export async function fetchLostStyles(): Promise<void> {
  const missing = [...lost];
  lost.clear();
  await Promise.all(missing.map(fetchAgain));
}

function fetchAgain(link: HTMLLinkElement): Promise<unknown> {
  const again = document.createElement('link');
  again.rel = 'stylesheet';
  again.href = link.href;
  return new Promise((resolve, reject) => {
    again.addEventListener('load', resolve);
    again.addEventListener('error', () => reject(new Error(`${again.href} cannot be fetched`)));
    link.replaceWith(again);
  });
}
