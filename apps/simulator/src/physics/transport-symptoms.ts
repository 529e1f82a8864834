import type { MmeLinkPlan, PeerLinkPlan } from '../network/network-plan.js';
import { ofNetwork } from '../network/topology-of.js';
import type { Consequence } from './consequence.js';
import { type Patient, symptom } from './symptoms.js';

/** What an eNodeB reports of its links to other machines, its power and its clock. */
export function transportSymptoms(patient: Patient): Consequence[] {
  const { element, ails, works } = patient;
  const { controlPlane, userPlanePath, satelliteCard } = element;
  return [
    ...(ails('interface-down', element.interface)
      ? [symptom(element.interface, 90_010, [50, 50], 'Link down')]
      : []),
    ...element.mmeLinks.flatMap((link) => mmeLinkSymptoms(link, patient)),
    ...(works(controlPlane) ? [] : [symptom(controlPlane, 29_213, [5500, 2500], 'No S1 link to any MME')]),
    ...element.peerLinks.flatMap((link) => peerLinkSymptoms(link, patient)),
    ...(works(userPlanePath) ? [] : [symptom(userPlanePath, 25_952, [800, 300], 'GTP-U echo not answered')]),
    ...(ails('satellites-lost', satelliteCard)
      ? [symptom(satelliteCard, 26_122, [200, 200], 'Fewer than 4 satellites', { satellites: 2 })]
      : []),
    ...powerSymptoms(patient),
  ];
}

function mmeLinkSymptoms({ sctpLink, s1Interface }: MmeLinkPlan, patient: Patient): Consequence[] {
  if (patient.works(s1Interface)) return [];
  return [
    ...sctpSymptoms(sctpLink, patient, isWayOpen(patient)),
    // The interface is given up later than its association, so that a link that flaps does not take it along.
    symptom(s1Interface, 29_201, [4000, 2000], 'S1AP: transport lost'),
  ];
}

/** Whether what goes to the core network leaves the station. */
function isWayOpen({ element, ails, isUp }: Patient): boolean {
  const isHubUp = element.hubs.some((hub) => isUp(ofNetwork(hub)));
  return isHubUp && isUp(ofNetwork(element.router)) && !ails('interface-down', element.interface);
}

function peerLinkSymptoms(
  { sctpLink, x2Interface, neighbour }: PeerLinkPlan,
  patient: Patient,
): Consequence[] {
  const { works, element, isUp, isPeerUp } = patient;
  if (works(x2Interface)) return [];
  if (works(sctpLink)) return [symptom(x2Interface, 29_204, [500, 500], 'X2AP: set-up refused by peer')];
  const isOpen = isPeerUp(neighbour) && element.hubs.some((hub) => isUp(ofNetwork(hub)));
  return [
    ...sctpSymptoms(sctpLink, patient, isOpen),
    symptom(x2Interface, 29_204, [4000, 2000], 'X2AP: transport lost'),
  ];
}

function sctpSymptoms(sctpLink: string, { ails }: Patient, isWayOpen: boolean): Consequence[] {
  const isReachable = isWayOpen && !ails('path-lost', sctpLink);
  return [
    ...(isReachable ? [] : [symptom(sctpLink, 25_955, [100, 100], 'Peer address not reachable')]),
    symptom(sctpLink, 25_888, [isReachable ? 100 : 600, 300], 'SCTP association lost'),
  ];
}

function powerSymptoms({ element: { power }, ails }: Patient): Consequence[] {
  if (ails('battery-out', power))
    return [symptom(power, 25_622, [200, 1000], 'Mains lost, battery empty', { battery: 'out' })];
  if (!ails('mains-out', power)) return [];
  return [symptom(power, 25_622, [500, 1000], 'Mains lost', { battery: 'discharging' })];
}
