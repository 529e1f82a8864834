import { defineCommand } from '../table/command-spec.js';
import type { ParameterSpec } from '../table/parameter.js';
import { withoutUndefined } from '../without-undefined.js';
import { adviceReport } from './advice-report.js';
import { dryRunReport } from './dry-run-report.js';
import { memberParameters, membersOf, scopeOf, scopeParameters } from './filter-parameters.js';
import { refuse } from './refuse.js';

const timeParameters = [
  {
    name: 'ST',
    type: { kind: 'time' },
    help: {
      en: 'Reports from here on; seven days before ET where not named',
      zh: '上报的开始时间；缺省为ET之前七天',
    },
  },
  {
    name: 'ET',
    type: { kind: 'time' },
    help: { en: 'Reports up to here; now where not named', zh: '上报的结束时间；缺省为当前时间' },
  },
] as const satisfies readonly ParameterSpec[];

/** Shows what a filter would have done to the stored reports, or which windows suit them. */
export const dspAlmFilter = defineCommand(
  {
    verb: 'DSP',
    object: 'ALMFILTER',
    title: {
      en: 'Try a hold-off filter on stored reports',
      zh: '试算告警过滤参数',
    },
    role: 'viewer',
    parameters: [...scopeParameters, ...memberParameters, ...timeParameters],
    notes: [
      {
        en: 'Where members are named, a dry run: what SET ALMFILTER with the same parameters would have made of the stored reports, beside what was made of them. Nothing is changed.',
        zh: '指定参数时为试算: 显示以相同参数执行SET ALMFILTER时已存上报的处理结果，并与实际结果对比；不作任何修改。',
      },
      {
        en: 'Where none is named, advice: pairs of CTW and RTW with the alarms that they would have raised; one of them is suggested.',
        zh: '未指定参数时给出建议: 各组CTW和RTW及其将产生的告警数，并推荐其中一组。',
      },
      { en: 'Times are those of the events; at most 400 days.', zh: '时间为事件时间，最多400天。' },
    ],
    example: 'DSP ALMFILTER: AID=29240, CTW=60, RTW=15, ST="2026-11-16 00:00:00", ET="2026-11-23 00:00:00";',
  },
  async (args, { backend }) => {
    const members = membersOf(args);
    const selection = withoutUndefined({ fromAt: args.ST, untilAt: args.ET });
    if (Object.keys(members).length === 0) {
      const advice = await backend.adviseFilter(scopeOf(args), selection);
      return advice.ok ? adviceReport(advice.value) : refuse(advice);
    }
    const run = await backend.dryRunFilter(scopeOf(args), members, selection);
    return run.ok ? dryRunReport(run.value) : refuse(run);
  },
);
