/**
 * What commanders hold to: thresholds of doctrine, not rules of the siege. Sources: Việt Minh doctrine of steady
 * attack after the postponement of January; the garrison's habits in its own diary.
 */

/** The besieger's steady attack: attack when sure, advance when sure. */
export const STEADY = {
  /** Trench head nearer than this to the wire of an outwork before it is stormed, metres. */
  jumpOffMetres: 270,
  /** Will of a regiment that is asked to storm, permille. */
  willToStorm: 600,
  /** Wins in a hundred that the staff wants to see. */
  wantedInHundred: 5,
  /** Share of each weapon's stock spent on the posts at dusk before the assault … */
  duskShare: 250,
  /** … in the hours of the assault night … */
  nightShare: 600,
  /** … and kept down with by day when nothing is stormed. */
  dayShare: 60,
  /** Share of howitzer shells spent on the garrison's guns in an assault. */
  gunsShare: 180,
  /** Pulse of a day turn in which the preparation opens: 17:00. */
  duskPulse: 11,
  /** Lodgement at which the attack goes on by day, permille. */
  pursueLodged: 200,
  /** Pulse of the turn in which the assault leaves the trench, an hour after its preparation opened. */
  stormPulse: 1,
  /** Hours after which the echelon follows if the post still holds. */
  echelonAfter: 2,
  /** Assaults broken off when this share of their men is lost with little ground won, permille. */
  breakOffLost: 200,
} as const;

/** The garrison's habits of March 1954. */
export const HISTORICAL = {
  /** A trench head nearer than this makes a post threatened, metres. */
  threatMetres: 450,
  /** Share of the indirect shells set aside for protective fire on a night, permille, over all threatened posts. */
  protectShare: 300,
  /** Shells on one fix. */
  answerRounds: 80,
  /** Fixes older than this are not worth shells, turns. */
  fixAge: 2,
  /** Shells on a trench head by day and night. */
  trenchRounds: 60,
  /** Hours after a post is entered before the reserve sets out. */
  counterAfter: 2,
  /** Odds under which it does not go in, permille of even. */
  counterOdds: 700,
  /** Companies held ready for one threatened group. */
  counterCompanies: 2,
} as const;
