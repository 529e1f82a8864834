import type { Stage } from '../stage/stage.js';
import type { TrapSink } from './trap-sink.js';

const REJECTED = /^omc_rejected_total\{source="snmp",reason="([^"]+)"\} (\d+)$/gm;
const KEPT = /^omc_snmp_notifications\{outcome="(?!received)[^"]+"\} (\d+)$/gm;

/** The OMC: it keeps a trap by committing its report, or by doing what it says where it is none. */
export function omcSink(stage: Stage): TrapSink {
  const { omc } = stage;
  const rejections = async () => [...(await stage.metrics()).matchAll(REJECTED)];
  const sumOf = (matches: readonly RegExpExecArray[]) =>
    matches.reduce((sum, match) => sum + Number(match.at(-1)), 0);
  return {
    port: omc.trapPort,
    cpuSeconds: () => omc.cpuSeconds(),
    kept: async () => sumOf([...(await stage.metrics()).matchAll(KEPT)]),
    dropped: async () => sumOf((await rejections()).filter(([, reason]) => reason === 'kernel-drop')),
    rejected: async () => sumOf((await rejections()).filter(([, reason]) => reason !== 'kernel-drop')),
  };
}
