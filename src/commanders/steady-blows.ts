/** Who storms the posts that are to be taken: the nearest regiments that are willing and whole. */
import { isNearer, metresBetween } from '../engine/index.ts';
import type { UnitView } from '../engine/index.ts';
import type { Reason } from './commander.ts';
import { STEADY } from './doctrine.ts';
import type { Draft } from './draft.ts';
import { isStormed } from './front.ts';
import type { Goal } from './front.ts';
import { mustRest } from './ring-picture.ts';
import type { Regiment, RingPicture } from './ring-picture.ts';

/** A post to be stormed, by whom and why. */
export interface Blow {
  readonly goal: Goal;
  readonly lead: readonly UnitView[];
  readonly echelon: readonly UnitView[];
  readonly reason: Reason;
  readonly numbers: Readonly<Record<string, number>>;
}

/** Regiments for the posts, the nearest that are willing and whole; two battalions lead, the rest follow. */
export function assign(picture: RingPicture, goals: readonly Goal[], reason: Reason, will: number, numbers: Readonly<Record<string, number>>): Blow[] {
  if (goals.length === 0) return [];
  const used: Regiment[] = [];
  const blows: { goal: Goal; units: UnitView[] }[] = [];
  const open = goals.filter((goal) => !isStormed(picture.view, goal.post.id));
  for (const goal of open) {
    const regiment = nearestRegiment(picture, goal, used, will);
    if (regiment === null) continue;
    used.push(regiment);
    blows.push({ goal, units: [...regiment.battalions] });
  }
  shareOut(open, blows);
  return blows.map(({ goal, units }) => ({
    goal, reason, numbers: { metres: goal.head, ...numbers },
    lead: units.slice(0, STEADY.leadBattalions), echelon: units.slice(STEADY.leadBattalions, STEADY.mostBattalions),
  }));
}

/** More posts than regiments: the last battalions of the two strongest blows near by take a post that is left. */
function shareOut(open: readonly Goal[], blows: { goal: Goal; units: UnitView[] }[]): void {
  for (const goal of open) {
    if (blows.some((blow) => blow.goal === goal)) continue;
    const rich = blows.filter(({ units, goal: other }) => units.length >= 3 && isNearer(other.post, goal.post, STEADY.sideStepMetres + 1));
    const units = rich.sort((a, b) => b.units.length - a.units.length).slice(0, 2).flatMap((blow) => blow.units.pop() ?? []);
    if (units.length > 0) blows.push({ goal, units });
  }
}

function nearestRegiment(picture: RingPicture, goal: Goal, used: readonly Regiment[], will: number): Regiment | null {
  let best: Regiment | null = null;
  let least: number = STEADY.regimentMetres;
  for (const regiment of picture.regiments) {
    if (regiment.battalions.length === 0 || regiment.formation.will < will || used.includes(regiment)) continue;
    if (regiment.men * 1000 < regiment.menAtStart * STEADY.wholeEnough || mustRest(regiment)) continue;
    if (!isNearer(regiment.at, goal.post, least)) continue;
    best = regiment;
    least = metresBetween(regiment.at, goal.post);
  }
  return best;
}

/** Gives the orders of tonight's assaults. */
export function storm(draft: Draft, blows: readonly Blow[], from: number): void {
  for (const { goal, lead, echelon, reason, numbers } of blows) {
    const free = (units: readonly UnitView[]): string[] => units.filter(({ id }) => draft.isFree(id)).map(({ id }) => id);
    draft.add(
      { kind: 'assault', post: goal.post.id, lead: free(lead), echelon: free(echelon), from, echelonAfter: STEADY.echelonAfter },
      reason, numbers, { post: goal.post.id },
    );
  }
}
