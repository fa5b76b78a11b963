/**
 * Every number of how sieges work, by the rule that reads it, with its unit.
 *
 * The figures themselves live in a rule set (`scenarios/rules/*.json`), each with range and source; this list
 * is what a rule set must hold, and the type `Rules` is read off it. A unit `a -> b` is a curve: points
 * `[a, b]`, straight lines between them, flat beyond the ends.
 */
import { AIR_TUNABLES } from './tunables-air.ts';
import { GROUND_TUNABLES } from './tunables-ground.ts';
import { MEN_TUNABLES } from './tunables-men.ts';

/** Every group of figures and what each holds. */
export const TUNABLES = {
  ...GROUND_TUNABLES,
  ...AIR_TUNABLES,
  ...MEN_TUNABLES,
  weather: {
    persist: 'permille', //             that the sky stays as it is
    stormShare: 'permille', //          of bad skies that are storms
    cloudShare: 'permille', //          of all skies that are cloud
    mudStorm: 'permille a turn',
    mudRain: 'permille a turn',
    mudDry: 'permille a turn',
  },
  observation: {
    nightSight: 'metres', //            how far a post sees by flares
    daySight: 'metres', //              how far an observer makes out a man-made thing by day
    cloudSight: 'permille', //          of that in cloud; rain and storm below
    rainSight: 'permille',
    stormSight: 'permille',
    menSight: 'metres', //              how far men in the open or fresh earth are made out by day
    menRounding: 'men', //              how coarsely the strength of a post is judged
    believedFire: 'permille', //        of what those guns could do before one post, that it expects
    believedTubes: 'tubes', //          that a staff reckons for each battery it has a fix on
    believedQuality: 'permille', //     and the quality and cohesion it reckons the other side's men to have
    believedCohesion: 'permille',
    flashFind: 'permille a pulse', //   that a gun firing from an open pit in view is fixed
    flashFindCasemate: 'permille a pulse',
    flashFindHidden: 'permille a pulse', // behind a crest: by sound alone
    fixError: 'metres', //              of a fix by flash or sound
    fixLife: 'turns', //                after which a fix is only a memory
  },
  command: {
    delayShocked: 'pulses', //          that orders lose while their staff is shocked
    loseShocked: 'permille', //         that an order of a shocked staff is lost
    delayHeadless: 'pulses', //         that orders to a headless battalion lose
    loseHeadless: 'permille',
    replacePulses: 'pulses', //         before an officer sent by those above has taken hold
    replaceCohesion: 'permille', //     that it costs the men, who do not know him
  },
  supply: {
    carryDay: 'rounds a tube', //       from the dump to the gun in a turn by day
    carryNight: 'rounds a tube',
    carryWet: 'permille', //            of that in rain or storm
    carryPinned: 'permille', //         of that while the battery is pinned
    trips: 'trips a turn', //           in which they come, evenly over its hours
    readyCap: 'rounds a tube', //       that lie ready beside a gun
  },
  digging: {
    farMetres: 'metres a battalion-night', //   head farther out than 800 m
    midMetres: 'metres a battalion-night', //   300-800 m
    nearMetres: 'metres a battalion-night', //  100-300 m
    closeMetres: 'metres a battalion-night', // 30-100 m
    sapMetres: 'metres a battalion-night', //   under 30 m
    headShareFar: 'permille', //        of the metres dug that carry the head forward, beyond 300 m
    headShareNear: 'permille', //       30-300 m
    headShareSap: 'permille',
    parallelMetres: 'metres a battalion-night', // of parallels and shelters, where the head has no room
    headRoom: 'permille', //            battalions that find room at one head
    ringMetres: 'metres a battalion-night', //  round a post
    ringShare: 'permille', //           of those that carry the ring on
    standMetres: 'metres', //           from the head, within which diggers need not march
    walkMetres: 'metres a turn', //     that diggers march to the head, digging the less
    nerveMetres: 'metres', //           from the wire, within which digging asks for will
    nerveWill: 'permille', //           of will that is enough there
    startMetres: 'metres', //           from every held post, beyond which a trench may begin anywhere
    shieldMetres: 'metres', //          round another held post that a trench keeps out of
    shieldCost: 'permille', //          of the work that a hex in there is reckoned at
    relayMetres: 'metres', //           from its post, within which a change of posts makes a trench look for a shorter way
    relayShare: 'permille', //          of the metres left, under which it takes that way
    spread: 'permille', //              by which a night's work varies either way
    dayShare: 'permille', //            of a night's work that a day allows
    rainShare: 'permille',
    mudDeep: 'permille', //             mud from which every spadeful sticks
    mudShare: 'permille', //            of a night's work in such mud
    losses: 'men per thousand battalion-nights', // beyond 300 m
    lossesNear: 'men per thousand battalion-nights',
    lossesRoofed: 'men per thousand battalion-nights', // under a roofed sap, at the wire
    roofMetres: 'metres', //            from the wire, within which saps are roofed
    worksRepair: 'permille a turn',
    wireRepair: 'permille a turn',
    siteWorks: 'permille a turn', //    by which men build a site that was not fortified
    repairUnderFire: 'permille', //     of that on a turn with shells or an assault
    repairWet: 'permille', //           of that in rain or deep mud
    repairNear: 'permille', //          of that with a trench head near the wire
    repairNearMetres: 'metres', //      how near
    repairBare: 'permille', //          of that without engineer stores
    worksKilos: 'kilos', //             of stores for a permille of works
    wireKilos: 'kilos', //              of stores for a permille of wire
  },
  march: {
    road: 'metres a pulse',
    open: 'metres a pulse',
    scrub: 'metres a pulse',
    forest: 'metres a pulse',
    climb: 'permille per 10 m', //      slower for each 10 m of climb a hex
    night: 'permille', //               of the day's pace
    ford: 'pulses', //                  lost at a river without a bridge
    formUp: 'pulses', //                before a unit in reserve moves off
    shelledStop: 'permille', //         chance a pulse that shelling stops a column
  },
  artillery: {
    observed: 'permille', //            of the full effect, target in view by day
    flares: 'permille', //              in view by night
    registered: 'permille', //          a post whose place is known, not in view
    blind: 'permille',
    worksCover: 'permille', //          how much of the harm whole works keep off
    trenchCover: 'permille', //         of the harm that a trench keeps off those who dig or wait in it
    killShareCap: 'permille', //        of the men of a post that one pulse of fire can hit
    postMen: 'men', //                  of the post on which the weapons' kill rates are stated
    worksPerRound: 'permille per thousand rounds',
    wirePerRound: 'permille per thousand rounds',
    suppression: 'rounds -> permille', // by rounds on a post in a pulse, as they bite
    suppressionDecay: 'permille a pulse', // of suppression that stays
    protectShare: 'permille', //        of the dump that a turn of protective fire may spend
    protectEffect: 'men per thousand rounds', // of 105 mm, men in the open
    protectFarMetres: 'metres', //      from which the fall of shot is corrected late
    protectFar: 'permille', //          effect beyond that
    protectFlat: 'permille', //         effect before a post on flat ground, where every fall of shot is seen
    stripCraters: 'permille per thousand rounds', // of 105 mm, that tear up a strip
    zoneKill: 'men per thousand rounds', // of 105 mm, that harass a camp
    zoneNerves: 'permille per hundred rounds', // cohesion that they take from those they fall among
    protectHeadless: 'permille', //     effect for a post without its commander
    protectShocked: 'permille', //      rate of fire while the artillery's staff is shocked
    protectUnordered: 'permille', //    rate for a post not named in the fire plan
    casemateRate: 'permille', //        rate of a gun that is run out of its casemate to fire and back again
    pinnedRate: 'permille', //          rate of a pinned battery
  },
  'counter-battery': {
    hitOpen: 'hits per thousand rounds', //     tubes in open pits in view
    hitCasemate: 'hits per thousand rounds',
    hitHidden: 'hits per thousand rounds', //   behind a crest
    errorMiss: 'metres -> permille', // effect by the error of the fix
    gunnersPerHit: 'men',
    pinRounds: 'rounds -> permille', // chance to pin the crews, by rounds a tube in a pulse
    pinPulses: 'pulses',
    casematePin: 'permille', //         of the chance, against casemates
    repair: 'permille a turn', //       of damaged tubes that come back
    wreckShare: 'permille', //          of hits that end the tube
  },
  assault: {
    hillMetres: 'metres', //            above the floor, from which a post counts as a hill
    frontCap: 'men', //                 in contact at one post
    frontShare: 'permille', //          of the leading battalions' men that can be in contact
    attackQuality: 'permille',
    willFloor: 'permille', //           fighting share that needs no will
    cohesionFloor: 'permille', //       fighting share that needs no cohesion
    progress: 'permille a pulse', //    ground won at odds of two to one
    odds: 'permille -> permille', //    change of lodgement by odds
    chance: 'permille', //              spread of the roll
    firstPulse: 'permille', //          ground the first pulse gives away
    fire: 'permille', //                harm done by one effective defender at full exposure
    close: 'permille', //               defenders lost a pulse at lodgement 500
    closeLodged: 'permille', //         how far that depends on lodgement
    exposure: 'metres -> permille', //  by distance from the jump-off trench to the wire
    dayExposure: 'permille', //         of the night's exposure, by daylight
    darkCover: 'permille', //           exposure that a sky too thick for flares or light takes off
    dayAttack: 'permille', //           of the attacker's weight, by daylight
    exposureLeast: 'permille', //       that no trench or smoke goes below
    exposureMost: 'permille', //        that no wire goes above
    wireStop: 'permille', //            exposure added by whole wire
    lodgedCover: 'permille', //         exposure taken off by a full lodgement
    lodgedShelter: 'permille', //       of the defenders' fire that a full lodgement takes off
    gunsFloor: 'permille', //           of protective fire that harms even men under cover
    lossSpread: 'permille', //          by which losses vary either way
    closeMost: 'permille', //           weight that odds give to close fighting, at most
    worksLodged: 'permille', //         of the worth of works that a full lodgement takes off
    worksBonus: 'permille', //          strength added by whole works
    supportMetres: 'metres', //         from which neighbouring posts help by fire
    supportShare: 'permille',
    protectShare: 'permille', //        of guns' harm that counts as strength
    headless: 'permille', //            fighting strength without the commander
    toleranceLodged: 'permille', //     added to that tolerance with the post all but taken
    toleranceFloor: 'permille', //      share of that tolerance that needs no will
    tolerance: 'permille', //           losses at full will at which an assault stops
    killedShare: 'permille', //         of the attacker's casualties
    defenderKilled: 'permille', //      of the defender's casualties
    reserveGain: 'permille', //         lodgement thrown back by a company of 130 men
    holdersHelp: 'permille', //         of those who hold the rest of a post, who help to throw a lodgement out
    companyMen: 'men', //               the company on which that gain is stated
    openMetres: 'metres', //            to cross where no trench leads to the wire
    nearMetres: 'metres', //            from the trench head, within which battalions can go in
    mostUnits: 'units', //              that one order can send against a post
    tankPower: 'men', //                a tank is worth in a fight
    flatTank: 'permille', //            of that on flat ground
    tanksMost: 'tanks', //              that find room at one post
    tankMetres: 'metres', //            from which tanks come to help a post of their camp
    tankAfter: 'pulses', //             of an assault before they are there
    tankLoss: 'permille a pulse', //    that a tank in a fight is lost
    cutOff: 'turns -> permille', //     fighting strength of a post by how long it has been cut off
    minedAttack: 'permille', //         of the attack over a mine that has just gone up
    reserveActs: 'companies a turn', // that one staff can send out against lodgements and lost posts
    besideMetres: 'metres', //          from a post, within which men in trench beside it count as holding it
    dawnMetres: 'metres', //            from the trench head to the wire, beyond which flat ground cannot be held by day
    dawnPulses: 'pulses', //            an assault that has gone on for so long is not pressed by daylight
    dawnPress: 'permille', //           unless the attacker has so much of the post
    dawnLoss: 'men', //                 lost by those who fall back at first light, for half a post given up
    lodgedEmpty: 'permille a turn', //  and where no besieger has stayed in it
    lodgedRepair: 'permille a turn', // lodgement that the holders win back on a quiet turn
    flatDawn: 'permille', //            lodgement kept on flat ground at first light
    getAway: 'permille', //             of the survivors of a linked post that fell
    getAwayCutOff: 'permille', //       and of one that was cut off
    deadShare: 'permille', //           of those who stay
    fallSpread: 'permille', //          by which the share that gets away varies
    willLoss: 'permille', //            of will, per whole regiment lost
    willFail: 'permille',
    willLodged: 'permille', //          of that where the assault stops with half of the post taken
    willWin: 'permille',
  },
  'command-loss': {
    dugoutShare: 'permille', //         of the rounds on a post that come near the command dugout
    pierce: 'centimetres -> permille', // chance that a near round of 105 mm does for it, by cover
    headlessPulses: 'pulses',
    staffShock: 'permille', //          that a leader hit shocks the staff above
    shockPulses: 'pulses',
    cohesion: 'permille', //            lost by the battalion at once
  },
  morale: {
    loss: 'permille', //                cohesion lost per whole unit of men lost
    lossQuality: 'permille', //         how much quality softens it
    shelling: 'permille a pulse', //    at full suppression
    lodged: 'permille a pulse', //      with the attacker inside
    headless: 'permille a pulse',
    neighbour: 'permille', //           when a post of the same group falls
    nearMetres: 'metres', //            how near is near
    neighbourNear: 'permille', //       when one near by falls
    neighbourFar: 'permille', //        elsewhere in the camp
    recover: 'permille a turn',
    wet: 'permille a turn',
    reinforced: 'permille', //          when a reserve arrives
    breakAt: 'permille', //             cohesion at which a unit breaks
    breakHeadless: 'permille', //       added without the commander
    middling: 'permille', //            quality of which the losses of cohesion are stated
    hunger: 'permille a turn', //       at full hunger
    cutOff: 'permille a turn', //       in a post that nobody can reach
    cutOffAfter: 'turns', //            from which that is felt
    woundedWaiting: 'permille a turn', // with as many wounded waiting as there are fit men
    shellsATube: 'rounds', //           in the dumps for each tube of the start, under which it is felt
    noShells: 'permille a turn',
    wear: 'permille a turn',
    lodgedTurn: 'permille a turn', //   with the attacker in a corner of the post
    staffShocked: 'permille a turn', // under a staff that is shocked, or a battalion without its commander
    gallery: 'permille', //             when a gallery goes up under the post
    success: 'permille', //             an attack beaten off or a post taken back, by those who did it
    successFar: 'permille', //          by the rest of the camp
    relief: 'permille', //              for a thousand men who came in
  },
  surrender: {
    lodged: 'permille', //              lodgement from which a post may lay down arms
    hazard: 'permille -> permille', //  chance a pulse, by cohesion
    headless: 'permille', //            times that without the commander
    alone: 'permille', //               times that when no post of the group holds
    helpComing: 'permille', //          times that while a reserve is on its way
    minMen: 'men', //                   under which a post cannot be held
    cutOffHazard: 'permille -> permille a turn', // of a post cut off that nobody storms, by cohesion
  },
} as const;

/** What a rule set holds for one kind of weapon. */
export const WEAPON_TUNABLES = {
  range: 'metres',
  minRange: 'metres',
  rate: 'rounds a tube a pulse',
  kill: 'men per thousand rounds', //   on a post of 150 men with no works
  bite: 'permille', //                  weight of a round against works, wire and nerves, 105 mm = 1000
  pierce: 'permille', //                power against a roofed dugout, 105 mm = 1000
  direct: 'permille', //                1000 = needs to see its target
  grams: 'grams', //                    of a round as it is packed and carried
  flak: 'permille', //                  1000 = fires at aircraft and at nothing else
  hit: 'hits per million run-ins a tube', // at aircraft, at the best distance by day
  burst: 'rounds per thousand run-ins a tube', // spent on them, at the best distance
} as const;

/** A curve: points `[x, y]` with x rising; straight lines between, flat beyond the ends. */
export type Curve = readonly (readonly [number, number])[];

type Value<Unit extends string> = Unit extends `${string} -> ${string}` ? Curve : number;
type Values<Group extends Readonly<Record<string, string>>> = { readonly [Name in keyof Group]: Value<Group[Name]> };

/** The figures of one kind of weapon. */
export type Weapon = Values<typeof WEAPON_TUNABLES>;

/** A rule set as the rules read it: integers and curves of integers. */
export type Rules = { readonly [Group in keyof typeof TUNABLES]: Values<(typeof TUNABLES)[Group]> } & {
  readonly weapons: Readonly<Record<string, Weapon>>;
};
