/**
 * One pulse of an assault: harm first, then ground. The same sum serves the rule and the forecast.
 *
 * Defenders who are not kept down shoot at men who cross from the jump-off trench; the guns' protective fire adds
 * to it. What the attacker brings into contact against what still fights decides how much of the post changes
 * hands. Whole numbers throughout; harm in thousandths of a man.
 */
import { along, clamp, rootOf, share } from './numbers.ts';
import type { Rules } from './tunables.ts';

/** Both sides of an assault at the start of a pulse. */
export interface Storm {
  /** Men of the units sent in. */
  readonly attackers: number;
  readonly attackerQuality: number;
  /** Will of the besieger's regiment, cohesion of a garrison's unit, 0-1000. */
  readonly will: number;
  readonly defenders: number;
  readonly defenderQuality: number;
  readonly cohesion: number;
  readonly suppression: number;
  readonly headless: boolean;
  readonly works: number;
  readonly wire: number;
  readonly lodgement: number;
  /** From the jump-off trench to the wire. */
  readonly jumpOffMetres: number;
  /** Men in neighbouring posts who help by fire, already weighed. */
  readonly support: number;
  /** What the defender's guns would do to men in the open, thousandths of a man. */
  readonly protectiveFire: number;
  readonly first: boolean;
  /** The besieger storms by daylight, in full view of guns and aircraft that he has not. */
  readonly day: boolean;
  /** Tanks of the defender and of the attacker, fit to fight. */
  readonly defenderTanks: number;
  readonly attackerTanks: number;
  /** The post stands on a hill, where tanks find it hard to come up. */
  readonly hill: boolean;
  /** Turns for which the post has been cut off. */
  readonly cutOffTurns: number;
  /** A mine went up under it in this turn. */
  readonly mined: boolean;
  /** How far one sees, permille of a clear sky. */
  readonly clearness: number;
}

export interface StormOutcome {
  readonly lodgement: number;
  /** Attacker to defender, permille. */
  readonly odds: number;
  readonly attackersLost: number;
  readonly defendersLost: number;
  readonly terms: StormTerms;
}

/** The figures that the sum runs over. */
export interface StormTerms {
  readonly inContact: number;
  readonly fighting: number;
  readonly exposure: number;
  readonly attack: number;
  readonly defence: number;
}

/** Works the pulse out; `roll` is a draw below `2 * chance + 1`, `spread` one below `2 * lossSpread + 1`. */
export function stormPulse(rules: Rules, storm: Storm, roll: number, spread: number): StormOutcome {
  const { assault } = rules;
  const terms = termsOf(rules, storm);
  const odds = Math.floor((terms.attack * 1000) / Math.max(1, terms.defence));
  const gain = Math.floor((along(assault.odds, odds) * assault.progress) / Math.max(1, along(assault.odds, TWO_TO_ONE)));
  const luck = roll - assault.chance - (storm.first ? assault.firstPulse : 0);
  const lodgement = clamp(storm.lodgement + gain + luck, 0, 1000);
  return {
    lodgement,
    odds,
    attackersLost: share(attackersHurt(rules, storm, terms), 1000 - assault.lossSpread + spread),
    defendersLost: defendersHurt(rules, storm, odds, terms),
    terms,
  };
}

/** The pulse with no luck either way: what a commander reckons on. */
export function evenPulse(rules: Rules, storm: Storm): StormOutcome {
  return stormPulse(rules, storm, rules.assault.chance, rules.assault.lossSpread);
}

/** Odds at which the ground won in a pulse is stated, permille. */
const TWO_TO_ONE = 2000;

function termsOf(rules: Rules, storm: Storm): StormTerms {
  const { assault } = rules;
  const inContact = Math.min(assault.frontCap, share(storm.attackers, assault.frontShare));
  const fighting = fightingOf(assault, storm);
  return {
    inContact,
    fighting,
    exposure: exposureOf(rules, storm),
    attack: share(inContact, vigourOf(assault, storm)) + tankWorth(rules, storm.attackerTanks, storm.hill),
    defence: share(fighting + Math.floor(storm.support / 2) + tankWorth(rules, storm.defenderTanks, storm.hill), shelterOf(assault, storm))
      + Math.floor(share(storm.protectiveFire, assault.protectShare) / 1000),
  };
}

/** Defenders as they count: by training and heart, less those who are kept down, and fewer without a head or cut off. */
function fightingOf(assault: Rules['assault'], storm: Storm): number {
  const heart = assault.cohesionFloor + share(1000 - assault.cohesionFloor, storm.cohesion);
  const upright = share(share(storm.defenderQuality, heart), 1000 - storm.suppression);
  const led = storm.headless ? share(upright, assault.headless) : upright;
  return share(storm.defenders, share(led, along(assault.cutOff, storm.cutOffTurns)));
}

/** What a man in contact counts, permille. */
function vigourOf(assault: Rules['assault'], storm: Storm): number {
  const drive = assault.willFloor + share(1000 - assault.willFloor, storm.will);
  const trained = share(share(assault.attackQuality, storm.attackerQuality), drive);
  const seen = storm.day ? share(trained, assault.dayAttack) : trained;
  return storm.mined ? share(seen, assault.minedAttack) : seen;
}

/** What works make of those behind them, permille; less as the attacker holds more of them. */
function shelterOf(assault: Rules['assault'], storm: Storm): number {
  return 1000 + share(share(assault.worksBonus, storm.works), 1000 - share(assault.worksLodged, storm.lodgement));
}

/** What tanks are worth, in men who fight: more where they can drive. */
function tankWorth({ assault }: Rules, tanks: number, hill: boolean): number {
  const worth = Math.min(tanks, assault.tanksMost) * assault.tankPower;
  return hill ? worth : share(worth, assault.flatTank);
}

function exposureOf({ assault }: Rules, storm: Storm): number {
  const crossing = along(assault.exposure, storm.jumpOffMetres);
  const wire = share(assault.wireStop, storm.wire);
  const light = share(storm.day ? assault.dayExposure : 1000, 1000 - share(assault.darkCover, 1000 - storm.clearness));
  return share(clamp(crossing + wire - share(assault.lodgedCover, storm.lodgement), assault.exposureLeast, assault.exposureMost), light);
}

function attackersHurt({ assault }: Rules, storm: Storm, terms: StormTerms): number {
  const lodged = 1000 - share(assault.lodgedShelter, storm.lodgement);
  const byDefenders = share(terms.fighting * assault.fire, share(terms.exposure, lodged));
  const byGuns = share(storm.protectiveFire, assault.gunsFloor + share(1000 - assault.gunsFloor, terms.exposure));
  return byDefenders + byGuns;
}

function defendersHurt({ assault }: Rules, storm: Storm, odds: number, terms: StormTerms): number {
  if (terms.inContact === 0) return 0;
  const inside = 1000 - assault.closeLodged + share(assault.closeLodged, storm.lodgement);
  const weight = Math.min(assault.closeMost, rootOf(odds * 1000));
  return share(storm.defenders * assault.close, Math.floor(share(inside, weight) / 2));
}
