/** Figures of how sieges work: flak, airlift, recovery and air strikes. See `tunables.ts`. */
export const AIR_TUNABLES = {
  flak: {
    worth: 'permille -> permille', //   of a gun, by slant distance to the run-in in permille of its range
    night: 'permille', //               of the chance by day
    cloud: 'permille', //               of the chance in a clear sky
    rain: 'permille',
    storm: 'permille',
    pinned: 'permille', //              of a gun whose crew is pinned
    runMetres: 'metres', //             flown straight before and behind the point aimed at, with freight or men
    strikeMetres: 'metres', //          the same of an air strike
    strikeHeight: 'metres', //          above the valley floor
    landHeight: 'metres', //            of the last approach to a strip
    roadHit: 'permille', //             chance that a strike on the roads is hit, out of reach of the ring's own guns
    killed: 'permille', //              of hits on transports that bring them down
    killedHigh: 'permille', //          of that, flying high
    highMetres: 'metres', //            from which it is high
    killedStrike: 'permille', //        of hits on combat aircraft that bring them down
    turnedBack: 'permille', //          of hits that make an aircraft turn back
    mend: 'permille a turn', //         of damaged aircraft that fly again
    fade: 'permille a turn', //         of losses lately that are still felt and not yet made good
  },
  airlift: {
    flyCloud: 'permille', //            of sorties that a sky lets through, at the bases or in the valley
    flyRain: 'permille',
    flyStorm: 'permille',
    lateNews: 'permille', //            of those the valley's sky stops: they find out over the valley and bring their load back
    daySorties: 'permille', //          of a day's sorties that can be flown in daylight
    nightSorties: 'permille',
    scatter: 'metres', //               sigma of a drop from the ground up
    scatterHeight: 'metres a thousand metres', // added to it by height
    windClear: 'permille', //           of that, by sky
    windCloud: 'permille',
    windRain: 'permille',
    windStorm: 'permille',
    chuteFails: 'permille', //          of bundles
    fuseFails: 'permille', //           more, from heights at which chutes are opened by fuse
    fuseMetres: 'metres', //            above which they are
  },
  strip: {
    dayDanger: 'tubes -> permille', //  chance that an aircraft is burnt on it by day, by guns that are laid on it by eye
    nightDanger: 'metres -> permille', // by night, by the way to the nearest trench or lost post
    nightGuns: 'permille', //           of that without a gun in reach
    fullGuns: 'tubes', //               in reach, with which it is whole
    watched: 'permille', //             added by night when a lost post looks down on it
    watchMetres: 'metres', //           from no farther than this
    cratersFail: 'permille', //         chance that a torn-up strip turns an aircraft away
    cratersClose: 'permille', //        from which nothing lands
    repair: 'permille a night', //      of craters filled in
    nightStop: 'permille', //           danger by night at which landings end
    burntStop: 'permille', //           the same after an aircraft was burnt
    openBelow: 'permille', //           danger under which a strip is used again
  },
  jump: {
    hurt: 'permille', //                of those who jump
    hurtZone: 'hectares -> permille', // more, by the size of the drop zone
    killed: 'permille', //              of those hurt
    lost: 'permille', //                of those who come down on the besieger's ground
    lostKilled: 'permille', //          of those, dead; the others are prisoners
    fillTo: 'permille', //              of full strength to which single men fill a company
  },
  recovery: {
    reach: 'hexes -> permille', //      chance a turn that the garrison gathers a bundle, by the way to its nearest linked post
    nobody: 'permille', //              of that on ground that is nobody's
    reachHexes: 'hexes', //             farthest that its parties go on such ground
    smashed: 'permille', //             of the chance, where the chute failed
    fireBase: 'permille', //            fire on those who gather, out of the besieger's way
    fireNear: 'permille', //            more with his ground beside them
    fireShells: 'permille per hundred rounds', // more by the shells that harass the camp
    fireDay: 'permille', //             of that by day
    fireCost: 'permille', //            of the chance that full fire takes off
    labourers: 'permille', //           of a camp's labourers who gather without an order
    services: 'permille', //            of its services men
    carryKilos: 'kilos a man', //       that one man brings in, in a turn
    losses: 'men per thousand hands', // of those who gather under full fire
    own: 'permille a turn', //          chance that the besieger gathers a bundle on his own ground
    between: 'permille a turn', //      on nobody's, by night
    apart: 'permille', //               of that, with none of his ground beside it
    beside: 'permille a turn', //       on the garrison's beside his own, by night
    byDay: 'permille', //               of the last two by day
    hands: 'men', //                    of his before each camp who gather without an order
    besiegerLosses: 'men per thousand hands', // of his, on ground that is not his
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
    flakHit: 'permille', //             of those that are, which lose a tube
    road: 'permille per hundred sorties', // of the road that is broken
    porters: 'porters per thousand sorties', // lost on it
  },
} as const;
