import { useTranslation } from 'react-i18next';
import { everythingActive } from '../../data/alarm-view.js';
import { suggest } from '../../data/mml-completion.js';
import { pageActions } from '../../data/page-actions.js';
import { matchingItems, type PaletteItem } from '../../data/palette-items.js';
import { useNeIds, useSession } from '../../data/queries.js';
import { isFor } from '../../data/rights.js';
import { lookOf } from '../../data/saved-view.js';
import { useMmlWords } from '../../data/use-mml.js';
import { navigate } from '../../data/use-url-state.js';
import { useViews } from '../../data/use-views.js';
import { groups, linkTo } from '../rail.js';

interface Deeds {
  readonly write: (text: string) => void;
  readonly runMml: (command: string) => void;
  /** Ends the palette, and then does something. */
  readonly leave: (then: () => void) => void;
}

const MOST_NES = 20;

/** What a text in the palette can mean: what the page can do, pages, saved views, NEs, and MML commands. */
export function usePaletteItems(text: string, { write, runMml, leave }: Deeds): readonly PaletteItem[] {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const { data: views = [] } = useViews();
  const { data: neIds = [] } = useNeIds(true);
  const words = useMmlWords(text);
  const goes = (to: Parameters<typeof navigate>[0]) => () => leave(() => navigate(to));
  const actions = pageActions().map(({ id, name, reason, run }): PaletteItem => {
    const able = { hint: reason, disabled: reason !== undefined, run: () => leave(run) };
    return { id: `action ${id}`, kind: 'action', name, ...able };
  });
  const open = groups.flat().filter((page) => session && isFor(page, session));
  const places = open.map(
    (place): PaletteItem => ({
      id: `page ${place}`,
      kind: 'page',
      name: t(`nav.${place}`),
      run: goes(linkTo(place)),
    }),
  );
  const saved = views.map((view): PaletteItem => {
    const to = { ...lookOf(view), page: 'alarms', saved: view.id, alarm: null } as const;
    return { id: `view ${view.id}`, kind: 'view', name: view.name, hint: view.owner, run: goes(to) };
  });
  const part = text.trim().toLowerCase();
  const nes = (part === '' ? [] : neIds.filter((id) => id.toLowerCase().includes(part))).slice(0, MOST_NES);
  const ofNes = nes.map((id): PaletteItem => {
    const to = { page: 'alarms', alarm: null, saved: null, view: { ...everythingActive, ne: id } } as const;
    return { id: `ne ${id}`, kind: 'ne', name: id, run: goes(to) };
  });
  return [
    ...matchingItems([...actions, ...places, ...saved], text),
    ...ofNes,
    ...mmlItems(text, words.commands, suggest(text, words), { write, runMml }),
  ];
}

/** A command that is complete enough to be run, and what can follow in it. */
function mmlItems(
  text: string,
  commands: readonly { readonly name: string }[],
  suggestions: ReturnType<typeof suggest>,
  { write, runMml }: Pick<Deeds, 'write' | 'runMml'>,
): PaletteItem[] {
  const name = text.split(/[:;]/)[0]?.trim().replace(/\s+/g, ' ').toUpperCase();
  const command = text.trim().replace(/;$/, '');
  const full = `${command}${command.includes(':') ? '' : ':'};`;
  const run: PaletteItem = { id: `mml ${full}`, kind: 'mml', name: full, run: () => runMml(full) };
  return [
    ...(commands.some((each) => each.name === name) ? [run] : []),
    ...suggestions.map(
      ({ label, hint, line }): PaletteItem => ({
        id: `mml+ ${line}`,
        kind: 'mml',
        name: `${label} …`,
        hint,
        run: () => write(line),
      }),
    ),
  ];
}
