#!/usr/bin/env node
import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { loadCatalogue, loadMibs, loadTrapMap } from '@omc/catalogue';
import { pino } from 'pino';
import { readConfiguration } from './configuration/configuration.js';
import { run } from './run.js';

/** sysexits.h: something is wrong with the configuration. */
const EX_CONFIG = 78;
const ALARM_TYPES = fileURLToPath(new URL('../../../config/alarm-types.yaml', import.meta.url));

function endWith(faults: readonly string[]): never {
  process.stderr.write(
    `The OMC cannot start with this configuration:\n${faults.map((fault) => `  ${fault}\n`).join('')}`,
  );
  process.exit(EX_CONFIG);
}

const read = readConfiguration(process.env);
const loaded = await loadCatalogue(ALARM_TYPES);
const mibs = read.ok ? await loadMibs(read.configuration.OMC_MIB_DIR) : undefined;
const traps = read.ok ? await loadTrapMap(read.configuration.OMC_TRAP_MAP, mibs?.oids) : undefined;
if (!read.ok || !loaded.ok || !traps?.ok)
  endWith([read, loaded, traps].flatMap((each) => (each === undefined || each.ok ? [] : each.faults)));
else {
  const log = pino({
    level: read.configuration.OMC_LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
  });
  for (const fault of mibs?.faults ?? [])
    log.warn({ OMC_MIB_DIR: read.configuration.OMC_MIB_DIR, fault }, 'a MIB file was not read as a whole');
  // Whatever a failed start left open must not keep the process.
  process.exit(await run(read.configuration, loaded.catalogue, { map: traps.map, known: mibs?.oids }, log));
}
