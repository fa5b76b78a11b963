/** Figures of how sieges work: flak, airlift, recovery and air strikes. See `tunables.ts`. */
export const AIR_TUNABLES = {
  recovery: {
    reach: 'hexes -> permille', //      chance a turn that the garrison gathers a bundle, by the way to its nearest linked post
    nobody: 'permille', //              of that on ground that is nobody's
    reachHexes: 'hexes', //             farthest that its parties go on such ground
    smashed: 'permille', //             of the chance, where the chute failed
    fireBase: 'permille', //            fire on those who gather, out of the besieger's way
    fireNear: 'permille', //            with his ground beside them
    fireDay: 'permille', //             of that by day
    fireCost: 'permille', //            of the chance that full fire takes off
    labourers: 'permille', //           of a camp's labourers who gather without an order
    services: 'permille', //            of its services men
    carryKilos: 'kilos a man', //       that one man brings in, in a turn
    losses: 'men per thousand tonnes', // of those who gather under full fire
    own: 'permille a turn', //          chance that the besieger gathers a bundle on his own ground
    between: 'permille a turn', //      on nobody's, by night
    beside: 'permille a turn', //       on the garrison's beside his own, by night
    byDay: 'permille', //               of the last two by day
    hands: 'men', //                    of his before each camp who gather without an order
    besiegerLosses: 'men per thousand tonnes', // that he brings in from ground that is not his
    captureUse: 'permille', //          of the shells in bundles that he gathers, which his guns can fire
    goodsUse: 'permille', //            of the food and other goods in them, which he can use
    decay: 'permille a turn', //        of bundles left lying that are lost
    decayWet: 'permille a turn', //     more of them in rain or storm
    decayFire: 'permille a turn', //    more of them under full fire
    decaySmashed: 'permille a turn', // more of those whose chute failed
    life: 'turns', //                   after which nothing of use is left
  },
  'air-strikes': {
    men: 'men per thousand sorties', // hurt in a trench full of them
    fullMen: 'men', //                  from which a trench is full
    radius: 'metres', //                round the trench head within which men are hurt
    night: 'permille', //               of the effect by flares
    fill: 'metres a sortie', //         of trench that is filled in
    hitPit: 'permille a sortie', //     that a tube in an open pit is hit, by a good fix
    hitCasemate: 'permille a sortie',
    hitHidden: 'permille a sortie',
    pin: 'permille a sortie', //        that the crews are pinned
    pinPulses: 'pulses',
    flakMetres: 'metres', //            round the run-in within which flak is sought
    flakPin: 'permille a sortie', //    that one battery of it is pinned
    flakPulses: 'pulses',
    flakHit: 'permille a sortie', //    that a tube of it is hit
    road: 'permille per hundred sorties', // of the road that is broken
    porters: 'porters per thousand sorties', // lost on it
  },
} as const;
