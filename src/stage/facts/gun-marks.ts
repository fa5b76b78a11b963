/** Guns as a view knows them: one's own exactly, the other side's as last fixed. */
import { otherSide, PULSES, type BatteryView, type SideView } from '../../engine/index.ts';
import { pointOf } from './places.ts';
import type { FixMark, GunIcon, GunMark, GunState } from './marks.ts';

/** One's own batteries. */
export function gunMarks(view: SideView): GunMark[] {
  return view.batteries.filter(isInTheField).map((battery) => ({
    id: battery.id,
    place: pointOf(battery),
    nation: view.side,
    icon: iconOf(battery.weapon),
    state: stateOf(battery, view.turn * PULSES),
  }));
}

/** Guns that have not come yet stand nowhere: no tube, no gunner, and never fired. */
function isInTheField({ tubes, damaged, gunners, wounded, firedAt }: BatteryView): boolean {
  return tubes + damaged + gunners + wounded > 0 || firedAt >= 0;
}

function stateOf({ tubes, damaged, tubesAtStart, pinnedUntil }: BatteryView, clock: number): GunState {
  if (tubes <= 0 && damaged <= 0) return 'destroyed';
  if (pinnedUntil > clock) return 'pinned';
  return tubes < tubesAtStart ? 'damaged' : 'ready';
}

/** Fixes on the other side's guns, fading as they age. */
export function fixMarks(view: SideView): FixMark[] {
  const life = Math.max(1, view.facts.rules.observation.fixLife);
  return view.fixes.map((fix) => {
    const age = Math.max(0, view.turn - 1 - fix.turn);
    return {
      id: fix.id,
      place: pointOf(fix),
      nation: otherSide(view.side),
      icon: iconOf(fix.weapon),
      errorMetres: fix.errorMetres,
      age,
      fresh: Math.round(Math.max(0, 1 - age / life) * 1000),
    };
  });
}

/** Which picture stands for a weapon, by the letter its id begins with: m mortar, t and rcl gun, quad machine guns. */
export function iconOf(weapon: string): GunIcon {
  if (/^m\d/.test(weapon)) return 'mortar';
  return weapon.startsWith('quad') ? 'machine-gun' : 'gun';
}
