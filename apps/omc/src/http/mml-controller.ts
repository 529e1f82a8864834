import { Controller, Inject } from '@nestjs/common';
import { endpoints, type MmlPost } from '@omc/api';
import { joinAnswers, runCommands } from '@omc/mml';
import type { SignedSession } from '../access/signed-session.js';
import { MmlOffice } from '../mml/mml-office.js';
import { OMC, type Omc } from '../omc.js';
import { CheckedBody, Operation, Signed } from './operation.js';

/** An answer is made as a whole, and must not take the machine's memory; who wants more comes over TCP. */
const MOST_ROWS = 10_000;

@Controller('api/v1')
export class MmlController {
  readonly #omc: Omc;
  #number = 0;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.runMml)
  async run(@CheckedBody() { command, language }: MmlPost, @Signed() session: SignedSession) {
    const { user, role } = session;
    const office = new MmlOffice(this.#omc, { ...session, via: 'mml' });
    const answers = await runCommands(command, office, {
      user,
      role,
      limited: session.scope !== null,
      language,
      rowsPerReport: Number.POSITIVE_INFINITY,
      mostRows: MOST_ROWS,
      clock: { now: this.#omc.now },
      nextNumber: () => ++this.#number,
      logError: (err) => this.#omc.log.error({ err }, 'an MML command failed'),
    });
    return joinAnswers(answers);
  }
}
