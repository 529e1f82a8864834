import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Language } from '../i18n/language.js';
import { useLanguage } from '../i18n/use-language.js';
import {
  commandBegun,
  type MmlCommand,
  type MmlParameter,
  type MmlWords,
  wordsIn,
} from './mml-completion.js';
import { useAlarmTypes, useNeIds, useSession } from './queries.js';
import { request } from './request.js';
import { isAtLeast } from './rights.js';

/** Runs MML commands, and gives what they answer, in a language. */
export function runMml(command: string, language: Language, signal?: AbortSignal) {
  return request('POST /mml', { body: { command, language }, ...(signal && { signal }) });
}

const HOUR_MS = 3_600_000;

/** The commands that there are, as the OMC lists them, save those that are beyond one's role. */
function useMmlCommands(): readonly MmlCommand[] {
  const language = useLanguage();
  const { data: session } = useSession();
  const { data: rows } = useQuery({
    queryKey: ['mml', 'commands', language],
    queryFn: async ({ signal }) => (await runMml('HLP:;', language, signal)).rows,
    staleTime: HOUR_MS,
  });
  return useMemo(() => {
    const allowed = (rows ?? []).filter((row) => session && isAtLeast(session.role, row['ROLE']));
    return allowed.map((row) => ({ name: String(row['CMD']), hint: String(row['FUNCTION']) }));
  }, [rows, session]);
}

/** The parameters of one command, once it is there. */
function useMmlParameters(command: string | null) {
  const language = useLanguage();
  return useQuery({
    queryKey: ['mml', 'parameters', command, language],
    queryFn: async ({ signal }): Promise<MmlParameter[]> => {
      const { rows } = await runMml(`HLP: CMD="${command}";`, language, signal);
      return rows.map((row) => ({
        name: String(row['NAME']),
        hint: String(row['HELP']),
        required: row['REQUIRED'] === 'YES',
        values: wordsIn(String(row['VALUES'])),
      }));
    },
    staleTime: HOUR_MS,
    enabled: command !== null,
  });
}

/** What the completion of a line needs to know. */
export function useMmlWords(line: string): MmlWords {
  const language = useLanguage();
  const commands = useMmlCommands();
  const begun = commandBegun(line);
  const known = begun !== null && commands.some(({ name }) => name === begun) ? begun : null;
  const { data: parameters } = useMmlParameters(known);
  const { data: types } = useAlarmTypes();
  const { data: neIds = [] } = useNeIds(true);
  return useMemo(
    () => ({
      commands,
      parametersOf: (command) => (command === known ? parameters : undefined),
      neIds,
      alarmTypes: [...(types?.values() ?? [])].map(({ alarmId, name }) => ({
        alarmId,
        name: name[language],
      })),
    }),
    [commands, known, parameters, neIds, types, language],
  );
}
