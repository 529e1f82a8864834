import type { ElementPlan } from '../network/network-plan.js';
import type { Consequence } from './consequence.js';
import type { Present } from './present.js';

/** What lost signalling and user plane paths do to the interfaces on them. */
export function transportConsequences(element: ElementPlan, present: Present): Consequence[] {
  const down = (link: { readonly sctpLink: string }) => present.has('sctp-down', link.sctpLink);
  const lostMmeLinks = element.mmeLinks.filter(down);
  const lostX2 = element.peerLinks.filter(down).map((link) => link.x2Interface);
  return [
    ...present.objects('sctp-down').map(sctpFault),
    ...lostMmeLinks.map((link) => s1Fault(link.s1Interface)),
    ...(isCutOff(element, present) ? [controlPlaneFault(element.controlPlane)] : []),
    ...lostX2.map(x2FaultBySctp),
    ...present.objects('x2ap-refused').flatMap((x2) => (lostX2.includes(x2) ? [] : [x2FaultByPeer(x2)])),
    ...present.objects('user-plane-down').map(userPlaneFault),
  ];
}

/** Whether no S1 link of an NE is left. */
export function isCutOff(element: ElementPlan, present: Present): boolean {
  return element.mmeLinks.every((link) => present.has('sctp-down', link.sctpLink));
}

function sctpFault(object: string): Consequence {
  return { object, alarmId: 25888, detectMs: 100, recoverMs: 100, text: 'SCTP association lost' };
}

/** The interface is given up later than its association, so that a link that flaps does not take it along. */
function s1Fault(object: string): Consequence {
  return { object, alarmId: 29201, detectMs: 4000, recoverMs: 2000, text: 'S1AP: transport lost' };
}

function controlPlaneFault(object: string): Consequence {
  return { object, alarmId: 29213, detectMs: 5500, recoverMs: 2500, text: 'No S1 link to any MME' };
}

function x2FaultBySctp(object: string): Consequence {
  return { object, alarmId: 29204, detectMs: 4000, recoverMs: 2000, text: 'X2AP: transport lost' };
}

function x2FaultByPeer(object: string): Consequence {
  return { object, alarmId: 29204, detectMs: 500, recoverMs: 500, text: 'X2AP: set-up refused by peer' };
}

function userPlaneFault(object: string): Consequence {
  return { object, alarmId: 25952, detectMs: 300, recoverMs: 300, text: 'GTP-U echo not answered' };
}
