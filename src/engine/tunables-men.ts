/** Figures of how sieges work: rations, health, desertion, will, higher command and the end of a camp. See `tunables.ts`. */
export const MEN_TUNABLES = {
  rations: {
    headGrams: 'grams a man a day', //     full ration of the garrison, packed
    besiegerGrams: 'grams a man a day',
    cut: 'days -> permille', //            of the full ration that a stock for so many days allows
    hungerBuild: 'permille a turn', //     hunger that builds up without food
    hungerEase: 'permille a turn', //      and goes with full rations
    willHunger: 'permille a turn', //      that regiments lose without food
  },
  health: {
    woundLight: 'permille', //             of the wounded who will be back soon
    woundReturn: 'permille a turn', //     of the lightly wounded who go back
    toLine: 'permille', //                 of those who go back who are fit for the line
    slowHeal: 'permille a turn', //        of serious cases that have mended far enough to count as light
    diedWounds: 'permille a turn', //      of serious cases that die
    diedWithout: 'permille', //            times that without medical stores
    medicalGrams: 'grams a man a day', //  of medical stores, in hospital
    sick: 'men per ten thousand a turn',
    sickMud: 'men per ten thousand a turn', // more in the deepest mud
    sickCrowd: 'men a hex -> men per ten thousand a turn', // more by men on the ground that is left
    sickWeek: 'men per ten thousand a turn', // more for each week of siege
    sickReturn: 'permille a turn', //      of the sick who recover
    sickDied: 'permille a turn', //        of the sick who die
    besiegerSick: 'men per ten thousand a turn',
    besiegerSickMud: 'men per ten thousand a turn',
  },
  desertion: {
    at: 'permille -> permille', //         cohesion under which men leave the line, by quality
    rate: 'permille a turn', //            at cohesion nought
    servicesLeak: 'permille a turn', //    of men behind the line, at cohesion nought
    toEnemy: 'permille', //                of those who leave who go over
    walkOutQuality: 'permille', //         troops poorer than this may walk out of a post
    walkOut: 'permille -> permille a turn', // that they do, by cohesion
    walkOutMetres: 'metres', //            from the command post, beyond which they may
    walkOutOver: 'permille', //            of them who go over; the rest make for the camp and hide
  },
  will: {
    rest: 'permille a turn', //            regained by a regiment that does not fight
    ordered: 'permille', //                of that under an order to rest
    wet: 'permille', //                    of that in rain or storm
    fewRounds: 'rounds', //                in the dumps, weighed as 105 mm, under which hope sinks
    fewShare: 'permille', //               of that with so few
    cap: 'permille', //                    that no rest or success goes above
    recruits: 'permille', //               will that recruits bring into a regiment
  },
  'high-command': {
    grant: 'permille -> permille a turn', // that a battalion asked for is granted, by fit men left of those at the start
    gap: 'turns -> permille', //           of that, by turns since the last
    breakOutAt: 'points', //               strain of a camp at which it may break out
    ceaseFireAt: 'points', //              at which it may cease fire
    leaveChance: 'permille a turn', //     that those above see it
  },
  collapse: {
    fewMen: 'permille -> points', //       strain by fit men left of those at the start
    heightLost: 'permille -> permille', // weight of that by the height lost
    heightNear: 'metres -> permille', //   worth of a post's height by its distance from the command post
    nearLost: 'metres -> permille', //     weight by the distance of the nearest lost post from the command post
    spirit: 'permille -> points', //       strain by the mean cohesion
    weak: 'permille', //                   fit men left under which the next ones count
    shellsATube: 'rounds', //              in dumps for each tube of the start, under which the guns are silent
    noShells: 'points',
    hungryAt: 'permille', //               hunger from which it counts
    hunger: 'points',
    postFell: 'points', //                 for each post lost in the last turns
    noRelief: 'points', //                 when nobody is to come any more
    steadfast: 'points', //                taken off
    scale: 'permille',
    quiet: 'permille', //                  of the chance while the besieger does not attack
    quietTurns: 'turns', //                without an assault, from which he does not
    most: 'permille', //                   chance a turn at most
    waverAt: 'permille', //                chance a turn from which a camp is seen to waver
    orphan: 'permille', //                 chance a turn of a camp whose first camp has fallen
    least: 'permille', //                  fit men left under which no camp goes on
  },
  'break-out': {
    gaps: 'permille -> permille', //       who get through, by the share of the ring that nobody closes
    quality: 'permille', //                men of which that is said
    spread: 'permille', //                 by which it varies
    killed: 'permille', //                 of those who do not get through
    forestalled: 'permille', //            of those who get through when the camp goes without leave
  },
} as const;
