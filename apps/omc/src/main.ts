#!/usr/bin/env node
import 'reflect-metadata';
import { stat } from 'node:fs/promises';
import { loadCatalogue, loadMibs, loadSnmpUsers, loadTrapMap } from '@omc/catalogue';
import { pino } from 'pino';
import { z } from 'zod';
import { type Configuration, readConfiguration } from './configuration/configuration.js';
import { places } from './places.js';
import { EX_CONFIG, run } from './run.js';
import { wordsOfIssue } from './words-of-issue.js';

function endWith(faults: readonly string[]): never {
  process.stderr.write(
    `The OMC cannot start with this configuration:\n${faults.map((fault) => `  ${fault}\n`).join('')}`,
  );
  process.exit(EX_CONFIG);
}

async function filesOf({ OMC_MIB_DIR, OMC_TRAP_MAP, OMC_SNMP_USERS }: Configuration) {
  const mibs = await loadMibs(OMC_MIB_DIR);
  const traps = await loadTrapMap(OMC_TRAP_MAP, mibs.oids);
  const users =
    OMC_SNMP_USERS === undefined ? { ok: true as const, users: [] } : await loadSnmpUsers(OMC_SNMP_USERS);
  return { mibs, traps, users };
}

// Before anything is read: configuration, files and requests are refused in the same words.
z.config({ customError: wordsOfIssue });

const read = readConfiguration(process.env);
const loaded = await loadCatalogue(places.alarmTypes);
const files = read.ok ? await filesOf(read.configuration) : undefined;
if (!read.ok || !loaded.ok || !files?.traps.ok || !files.users.ok)
  endWith(
    [read, loaded, files?.traps, files?.users].flatMap((each) =>
      each === undefined || each.ok ? [] : each.faults,
    ),
  );
else {
  const log = pino({
    level: read.configuration.OMC_LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
  });
  for (const fault of files.mibs.faults)
    log.warn({ OMC_MIB_DIR: read.configuration.OMC_MIB_DIR, fault }, 'a MIB file was not read as a whole');
  const { OMC_SNMP_USERS } = read.configuration;
  if (OMC_SNMP_USERS !== undefined && ((await stat(OMC_SNMP_USERS)).mode & 0o077) !== 0)
    log.warn({ OMC_SNMP_USERS }, 'a file with passwords can be read by others: chmod 600');
  // Whatever a failed start left open must not keep the process.
  process.exit(
    await run(
      read.configuration,
      {
        catalogue: loaded.catalogue,
        traps: files.traps.map,
        known: files.mibs.oids,
        snmpUsers: files.users.users,
      },
      log,
    ),
  );
}
