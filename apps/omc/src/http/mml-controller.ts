import { Controller, Inject } from '@nestjs/common';
import { endpoints, type MmlPost } from '@omc/api';
import { joinAnswers, runCommands } from '@omc/mml';
import type { Session } from '@omc/store';
import { MmlOffice } from '../mml/mml-office.js';
import { OMC, type Omc } from '../omc.js';
import { CheckedBody, Operation, Signed } from './operation.js';

/** An answer is made as a whole, and must not take the machine's memory; who wants more comes over TCP. */
const MOST_ROWS = 10_000;

@Controller('api/v1')
export class MmlController {
  readonly #omc: Omc;
  readonly #office: MmlOffice;
  #number = 0;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
    this.#office = new MmlOffice(omc);
  }

  @Operation(endpoints.runMml)
  async run(@CheckedBody() { command, language }: MmlPost, @Signed() { user, role }: Session) {
    const answers = await runCommands(command, this.#office, {
      user,
      role,
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
