/** What a pulse of shelling does to a post: the same sum for the rule and for the forecast. */
import { at } from './board.ts';
import { along, clamp, share } from './numbers.ts';
import type { Rules } from './tunables.ts';

/** A post under fire. */
export interface ShelledPost {
  readonly men: number;
  readonly works: number;
  readonly wire: number;
  readonly suppression: number;
  /** Works that no shell can take: stone cellars under the post, 0-1000. */
  readonly cellar: number;
}

export interface ShellingHarm {
  /** Casualties, thousandths of a man. */
  readonly casualties: number;
  readonly works: number;
  readonly wire: number;
  /** Suppression after the fire, 0-1000. */
  readonly suppression: number;
}

/** Harm of `rounds` (by weapon, in the order of `weapons`) with so much of their full effect. */
export function shellingHarm(
  rules: Rules,
  weapons: readonly string[],
  rounds: readonly number[],
  post: ShelledPost,
  effect: number,
): ShellingHarm {
  const { artillery } = rules;
  const bite = share(biteOf(rules, weapons, rounds), effect);
  const open = 1000 - share(artillery.worksCover, post.works);
  return {
    casualties: casualties(rules, weapons, rounds, post.men, share(open, effect)),
    works: clamp(post.works - share(Math.ceil((bite * artillery.worksPerRound) / 1000), 1000 - Math.floor(post.works / 3)), Math.min(post.works, post.cellar), 1000),
    wire: clamp(post.wire - Math.floor((bite * artillery.wirePerRound) / 1000), 0, 1000),
    suppression: 1000 - share(1000 - post.suppression, 1000 - along(artillery.suppression, share(bite, open))),
  };
}

function casualties(rules: Rules, weapons: readonly string[], rounds: readonly number[], men: number, effect: number): number {
  let thousandths = 0;
  for (let column = 0; column < weapons.length; column += 1) {
    const fired = rounds[column] ?? 0;
    if (fired > 0) thousandths += fired * (rules.weapons[at(weapons, column)]?.kill ?? 0);
  }
  const hit = Math.floor((share(thousandths, effect) * men) / rules.artillery.postMen);
  return Math.min(hit, men * rules.artillery.killShareCap);
}

/** Rounds weighed against a 105 mm shell. */
export function biteOf(rules: Rules, weapons: readonly string[], rounds: readonly number[]): number {
  let bite = 0;
  for (let column = 0; column < weapons.length; column += 1) {
    const fired = rounds[column] ?? 0;
    if (fired > 0) bite += Math.floor((fired * (rules.weapons[at(weapons, column)]?.bite ?? 0)) / 1000);
  }
  return bite;
}
