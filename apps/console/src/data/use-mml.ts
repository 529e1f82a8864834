import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLanguage } from '../i18n/use-language.js';
import { commandBegun, type MmlCommand, type MmlParameter, type MmlWords } from './mml-completion.js';
import { useAlarmTypes, useNeIds } from './queries.js';
import { request } from './request.js';

/** Runs MML commands, and gives what they answer. */
export function runMml(command: string, signal?: AbortSignal) {
  return request('POST /mml', { body: { command }, ...(signal && { signal }) });
}

const HOUR_MS = 3_600_000;

/** The commands that there are, as the OMC lists them. */
function useMmlCommands() {
  return useQuery({
    queryKey: ['mml', 'commands'],
    queryFn: async ({ signal }): Promise<MmlCommand[]> => {
      const { rows } = await runMml('HLP:;', signal);
      return rows.map((row) => ({ name: String(row['CMD']), hint: String(row['FUNCTION']) }));
    },
    staleTime: HOUR_MS,
  });
}

/** The parameters of one command, once it is there. */
function useMmlParameters(command: string | null) {
  return useQuery({
    queryKey: ['mml', 'parameters', command],
    queryFn: async ({ signal }): Promise<MmlParameter[]> => {
      const { rows } = await runMml(`HLP: CMD="${command}";`, signal);
      return rows.map((row) => ({
        name: String(row['NAME']),
        hint: String(row['HELP']),
        required: row['REQUIRED'] === 'YES',
        values: wordsOf(String(row['VALUES'])),
      }));
    },
    staleTime: HOUR_MS,
    enabled: command !== null,
  });
}

/** The words of `ON or OFF`, and of longer such lists; none where anything else may stand there. */
function wordsOf(values: string): string[] {
  return /^[A-Z]+(, [A-Z]+)*,? or [A-Z]+$/.test(values) ? values.split(/,? or |, /) : [];
}

/** What the completion of a line needs to know. */
export function useMmlWords(line: string): MmlWords {
  const language = useLanguage();
  const { data: commands = [] } = useMmlCommands();
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
