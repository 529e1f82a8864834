import { Controller, Inject } from '@nestjs/common';
import { type AutoAckSettings, endpoints } from '@omc/api';
import type { SignedSession } from '../access/signed-session.js';
import { OMC, type Omc } from '../omc.js';
import { CheckedBody, Operation, Signed } from './operation.js';
import { refusedProblem } from './problem-exception.js';

@Controller('api/v1')
export class SettingsController {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.readAutoAck)
  autoAck(): AutoAckSettings {
    return { bySeverity: this.#omc.writer.typeSettings.autoAcknowledgement };
  }

  @Operation(endpoints.putAutoAck)
  async setAutoAck(@CheckedBody() { bySeverity }: AutoAckSettings, @Signed() session: SignedSession) {
    const setting = bySeverity as AutoAckSettings['bySeverity'] & object;
    const command = { kind: 'set-auto-acknowledgement', setting, by: session.user } as const;
    const result = await this.#omc.do(command, session);
    if (result.refused !== undefined) throw refusedProblem(result);
    return this.autoAck();
  }
}
