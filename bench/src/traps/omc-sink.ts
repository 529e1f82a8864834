import type { Stage } from '../stage/stage.js';
import type { TrapSink } from './trap-sink.js';

const REJECTED = /^omc_rejected_total\{source="snmp",reason="([^"]+)"\} (\d+)$/gm;
const REPORTS = 'omc_snmp_notifications{outcome="reports"}';

/** The OMC: it keeps a trap by committing its report. */
export function omcSink(stage: Stage): TrapSink {
  const { omc } = stage;
  const rejections = async () => [...(await stage.metrics()).matchAll(REJECTED)];
  const sumOf = (matches: readonly RegExpExecArray[]) =>
    matches.reduce((sum, [, , count]) => sum + Number(count), 0);
  return {
    port: omc.trapPort,
    cpuSeconds: () => omc.cpuSeconds(),
    kept: () => stage.metric(REPORTS),
    dropped: async () => sumOf((await rejections()).filter(([, reason]) => reason === 'kernel-drop')),
    rejected: async () => sumOf((await rejections()).filter(([, reason]) => reason !== 'kernel-drop')),
  };
}
