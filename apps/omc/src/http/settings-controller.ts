import { Controller, Inject } from '@nestjs/common';
import { type AutoAckSettings, endpoints, type LogLevelResource, logLevels } from '@omc/api';
import type { SignedSession } from '../access/signed-session.js';
import { OMC, type Omc } from '../omc.js';
import { CheckedBody, Operation, Signed } from './operation.js';
import { refusedProblem } from './problem-exception.js';

/** What can be set while the OMC runs. */
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

  @Operation(endpoints.readLogLevel)
  logLevel(): LogLevelResource {
    const level = logLevels.find((each) => each === this.#omc.log.level);
    if (level === undefined) throw new Error(`${this.#omc.log.level} is no level of the log`);
    return { level };
  }

  @Operation(endpoints.setLogLevel)
  async setLogLevel(
    @CheckedBody() { level }: LogLevelResource,
    @Signed() session: SignedSession,
  ): Promise<LogLevelResource> {
    const { log, audit } = this.#omc;
    const { user } = session;
    const before = log.level;
    if (before !== level) await audit.add(session, 'set-log-level', 'log', before, level);
    // Told at whichever of the two levels tells more.
    if (log.isLevelEnabled('info')) log.info({ before, level, user }, 'the level of the log is changed');
    log.level = level;
    if (before !== level) log.info({ before, level, user }, 'the level of the log was changed');
    return { level };
  }
}
