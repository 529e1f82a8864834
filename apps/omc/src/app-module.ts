import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AlarmActionsController } from './http/alarm-actions-controller.js';
import { AlarmTypesController } from './http/alarm-types-controller.js';
import { AlarmsController } from './http/alarms-controller.js';
import { AuditController } from './http/audit-controller.js';
import { BulkController } from './http/bulk/bulk-controller.js';
import { ConditionsController } from './http/conditions-controller.js';
import { ExportController } from './http/export/export-controller.js';
import { FacetsController } from './http/facets-controller.js';
import { FilterStudiesController } from './http/filter-studies-controller.js';
import { FiltersController } from './http/filters-controller.js';
import { LedgerController } from './http/ledger-controller.js';
import { MmlController } from './http/mml-controller.js';
import { NesController } from './http/nes-controller.js';
import { NotesController } from './http/notes-controller.js';
import { ProblemFilter } from './http/problem-filter.js';
import { RoleGuard } from './http/role-guard.js';
import { SessionController } from './http/session-controller.js';
import { SessionsController } from './http/sessions-controller.js';
import { SettingsController } from './http/settings-controller.js';
import { ShelvesController } from './http/shelves-controller.js';
import { SnmpUsersController } from './http/snmp-users-controller.js';
import { StatisticsController } from './http/statistics-controller.js';
import { SystemController } from './http/system-controller.js';
import { TokensController } from './http/tokens-controller.js';
import { TopologyController } from './http/topology-controller.js';
import { TrapsController } from './http/traps-controller.js';
import { UsersController } from './http/users-controller.js';
import { VesController } from './http/ves-controller.js';
import { ViewsController } from './http/views-controller.js';
import { LiveGateway } from './live/live-gateway.js';
import { OMC, type Omc } from './omc.js';

/** Everything that serves the OMC to the outside over HTTP and socket.io. */
@Module({})
class AppModule {}

/** The module of one OMC. */
export function appModuleOf(omc: Omc): DynamicModule {
  return {
    module: AppModule,
    controllers: [
      SystemController,
      SessionController,
      SessionsController,
      UsersController,
      AuditController,
      ExportController,
      FacetsController,
      AlarmsController,
      AlarmActionsController,
      NotesController,
      SettingsController,
      AlarmTypesController,
      ConditionsController,
      NesController,
      TopologyController,
      BulkController,
      FiltersController,
      FilterStudiesController,
      ShelvesController,
      TrapsController,
      SnmpUsersController,
      TokensController,
      LedgerController,
      StatisticsController,
      VesController,
      ViewsController,
      MmlController,
    ],
    providers: [
      { provide: OMC, useValue: omc },
      { provide: APP_GUARD, useValue: new RoleGuard(omc) },
      { provide: APP_FILTER, useValue: new ProblemFilter(omc.log) },
      LiveGateway,
    ],
  };
}
