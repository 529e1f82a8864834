import { hostname } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Actor, type Command, type Submission, submissionOf } from '@omc/alarm';
import { openStore, type Store } from '@omc/store';
import { filter, firstValueFrom, Subject } from 'rxjs';
import { makeFirstUser } from './access/first-user.js';
import { openAccess } from './access/open-access.js';
import { outOfScope } from './access/out-of-scope.js';
import { PasswordChecks } from './access/password-checks.js';
import { refuseDemoPassword } from './access/refuse-demo-password.js';
import { AlarmOffice } from './alarm-office.js';
import { derivedSettings } from './derived-settings.js';
import { ActiveAlarms } from './facets/active-alarms.js';
import { FacetDesk } from './facets/facet-desk.js';
import { ActiveCounts } from './live/active-counts.js';
import { LiveAlarms } from './live/live-alarms.js';
import { metricsOf } from './metrics/metrics-of.js';
import type { Omc } from './omc.js';
import type { OmcParts } from './omc-parts.js';
import type { DecidedBatch } from './pipeline/decided.js';
import { FilterHistory } from './pipeline/filter-history.js';
import { pipeline } from './pipeline/pipeline.js';
import { readBeforeDeciding } from './pipeline/read-before-deciding.js';
import { StoredAlarms } from './pipeline/stored-alarms.js';
import { restoreWriter } from './restore-writer.js';
import { openWaysIn } from './southbound/ways-in.js';
import { FilterStudies } from './studies/filter-studies.js';
import { DatabaseTrouble } from './troubles/database-trouble.js';
import { TimedCommitter } from './troubles/timed-committer.js';
import { watchTroubles } from './troubles/watch-troubles.js';
import { startUpkeep } from './upkeep/start-upkeep.js';

/** Starts the OMC: store, replay, pipeline and every way in; everything but its faces. */
export async function startOmc(parts: OmcParts): Promise<Omc> {
  const { configuration, catalogue, time, log } = parts;
  const trouble = new DatabaseTrouble(log);
  const store = await storeOf(parts, trouble);
  const { lease, committer: untimed } = await store.takeLease(`${hostname()}:${process.pid}`);
  const committer = new TimedCommitter(untimed, time.now);
  const active = await store.alarms.active();
  const { writer, replayedFrom } = await restoreWriter(
    store,
    catalogue,
    active,
    lease.sequences,
    derivedSettings(configuration),
    { longestMs: configuration.OMC_SHELF_MAX_HOURS * 3_600_000 },
  );
  const checks = new PasswordChecks();
  const subnetOf = (ne: string) => writer.topologies.of(ne)?.subnet;
  const access = openAccess(store, configuration, { checks, subnetOf, now: time.now, log });
  await refuseDemoPassword(configuration, store.people);
  const password = await makeFirstUser(
    store.people,
    access.audit,
    configuration.OMC_ADMIN_PASSWORD,
    time.now(),
    log,
  );
  if (password !== undefined) parts.onPassword(password);
  const counts = new ActiveCounts(active);
  const activeAlarms = new ActiveAlarms(active);
  const office = new AlarmOffice(store, catalogue, writer, counts, time.now);
  const live = new LiveAlarms(store, office, lease.sequences.changeSeq, time.scheduler);
  const operators = new Subject<Submission>();
  const ask = (command: Command, actor?: Actor) => {
    const submission = submissionOf(command, actor);
    operators.next(submission);
    return submission.committed;
  };
  const ways = await openWaysIn(parts, { store, writer, ask, trouble });
  const { links, traps } = ways;
  const metrics = metricsOf(parts, ways, office, writer, checks, {
    isReady: () => trouble.current === undefined,
    troubles: () => troubles.open(),
    database: store,
  });
  committer.committed$.subscribe(({ seconds, entries }) => metrics.committed(seconds, entries));

  let committedSeq = lease.sequences.journalSeq;
  const filterHistory = new FilterHistory(store, writer, time.now);
  const storedAlarms = new StoredAlarms(store.alarms, writer);
  // What the house sees of the pipeline: it never errs, since only one is to be told that the OMC cannot go on.
  const committed$ = new Subject<DecidedBatch>();
  const following = pipeline({
    writer,
    committer,
    sources: [...ways.submissions, operators],
    scheduler: time.scheduler,
    needsHistory: (command) => filterHistory.isNeededBy(command) || storedAlarms.isNeededBy(command),
    withHistory: async (command) => filterHistory.complete(await storedAlarms.complete(command)),
    afterPendingInput: (at) => readBeforeDeciding(at, writer, links, nextTurn),
    turn: () => nextTurn(),
  }).subscribe({
    next: (batch) => {
      committedSeq = batch.sequences.journalSeq;
      ways.follow(batch);
      counts.follow(batch.changes);
      activeAlarms.follow(batch.changes);
      live.publish(batch.changes);
      metrics.follow(batch, time.now());
      committed$.next(batch);
    },
    error: parts.onFatal,
  });
  const troubles = watchTroubles({
    scheduler: time.scheduler,
    dataDir: configuration.OMC_DATA_DIR,
    leastFreePercent: configuration.OMC_DISK_LEAST_FREE_PERCENT,
    committer,
    committed$,
    ping: () => store.ping(),
    databaseTrouble: () => trouble.current,
    drops: () => traps.receiver.dropped(),
    tell: ask,
    active,
    log,
  });
  const upkeep = startUpkeep({
    store,
    writer,
    scheduler: time.scheduler,
    journalDays: configuration.OMC_JOURNAL_DAYS,
    committedUpTo: async (seq) => {
      if (committedSeq < seq)
        await firstValueFrom(committed$.pipe(filter(({ sequences }) => sequences.journalSeq >= seq)));
    },
    replayedFrom,
    log,
  });
  for (const ne of writer.nes.values()) {
    links.add(ne);
    ways.agents.add(ne);
  }
  log.info({ nes: writer.nes.size, active: active.length, pending: writer.pending }, 'the OMC is at work');

  return {
    configuration,
    log,
    catalogue,
    store,
    writer,
    office,
    facets: new FacetDesk({
      ...{ active: activeAlarms, alarms: store.alarms, topologies: writer.topologies, office, now: time.now },
    }),
    studies: new FilterStudies({
      catalogue,
      filters: writer.filters,
      transitions: store.transitions,
      now: time.now,
    }),
    live,
    links,
    agents: ways.agents,
    traps,
    ...access,
    scheduler: time.scheduler,
    ves: ways.ves,
    snmpUsers: ways.snmpUsers,
    metrics,
    ledger: ways.ledger,
    committed$,
    now: time.now,
    do: async (command, actor) => {
      const refusal = outOfScope(command, actor, subnetOf, (id) => writer.shelves.find(id)?.shelf);
      if (refusal !== undefined) return refusal;
      await filterHistory.prepare(command);
      return await ask(command, actor);
    },
    databaseTrouble: () => trouble.current,
    committingSince: () => committer.busySince,
    troubles: troubles.open,
    stop: async () => {
      upkeep.unsubscribe();
      troubles.stop();
      await ways.stop();
      following.unsubscribe();
      await ways.ledgerKeeping.stop();
      await store.close();
    },
  };
}

async function storeOf(
  { configuration, database, time, log }: OmcParts,
  trouble: DatabaseTrouble,
): Promise<Store> {
  const { url, ownerUrl } = database;
  const store = await openStore({
    url,
    ...(ownerUrl !== undefined && { ownerUrl }),
    now: time.now,
    pause: (ms) => new Promise((resolve) => void time.scheduler.schedule(() => resolve(), ms)),
    onTrouble: (error) => trouble.tell(error),
    patienceMs: configuration.OMC_DATABASE_PATIENCE_S * 1_000,
  });
  tellWhatIsMissing(store, log);
  return store;
}

/** What the database could have and has not; the OMC works all the same. */
function tellWhatIsMissing({ searchIndex, rights }: Store, log: OmcParts['log']): void {
  if (!searchIndex.isThere)
    log.warn(
      { reason: searchIndex.reason },
      'the database has no pg_trgm: searches go through the lists, which is slow in a long history',
    );
  if (!rights.areLeast)
    log.warn(
      { reason: rights.reason },
      'the OMC works in the database with more rights than it needs: OMC_DATABASE_OWNER_URL keeps the two roles apart',
    );
}
