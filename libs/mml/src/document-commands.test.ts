import { describe, expect, it } from 'vitest';
import { commandTable } from './command-table.js';
import { documentCommands } from './document-commands.js';
import { parseCommands } from './grammar/parse-commands.js';
import { bindParameters } from './table/bind-parameters.js';
import { nameOf } from './table/command-spec.js';

describe('the reference of all commands', () => {
  it('is what is checked in as docs/mml.md', async () => {
    await expect(documentCommands()).toMatchFileSnapshot('../../../docs/mml.md');
  });

  it.each(commandTable.map((command) => [command.example, command] as const))(
    'gives an example that is accepted: %s',
    (example, command) => {
      const parsed = parseCommands(example);
      const [given] = parsed.ok ? parsed.commands : [];
      expect(given && nameOf(given)).toBe(nameOf(command));
      expect(bindParameters(command, given?.parameters ?? [])).toMatchObject({ ok: true });
    },
  );
});
