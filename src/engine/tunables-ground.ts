/** Figures of how sieges work: ring, trench, gallery, raids and roads. See `tunables.ts`. */
export const GROUND_TUNABLES = {
  ring: {
    heldMetres: 'metres', //            from the nearest held post, beyond which the ground is the besieger's base
    closeMetres: 'metres', //           of trench that close a hex
    gatherMetres: 'metres', //          from a linked post, within which the garrison gathers
    areaMetres: 'metres', //            from a linked post, within which ground counts as the camp
    fireMetres: 'metres', //            that the besieger dominates by fire from his own ground
  },
  gallery: {
    length: 'metres', //                from the sap to the middle of the post
    rate: 'centimetres a night',
    startMetres: 'metres', //           from the wire, within which the sap must be to begin
    loadNights: 'nights', //            to fill the chamber
    worksLeft: 'permille', //           of whole works that the charge leaves
    hit: 'permille', //                 of the men in the post whom it hits
    killedShare: 'permille', //         of those
    cohesion: 'permille', //            that the others lose
  },
  raids: {
    reach: 'metres', //                 from where the company stands to the trench head
    success: 'permille', //             chance at even strength
    successStep: 'permille', //         added by twice the strength, taken off by half of it
    defendersNear: 'metres', //         from the head, within which the besieger's men come to its help
    defendersShare: 'permille', //      of those men who are in the way
    fill: 'metres a hundred men', //    of trench filled in
    setBack: 'metres', //               by which the head is thrown back
    losses: 'men', //                   of a raid that succeeds
    lossesFailed: 'men', //             of one that does not
    enemyLosses: 'permille', //         the besieger's losses, of the company's
    dayLosses: 'permille', //           of the night's, by daylight
    convoyReach: 'metres', //           from where the company stands to the post
    convoySuccess: 'permille',
    convoyLosses: 'men', //             of a convoy to a post that is cut off
    convoyRelief: 'permille', //        of the time cut off that water and cartridges undo
  },
  sniping: {
    reach: 'metres', //                 from the trench head to the wire
    losses: 'men per thousand posts', // sniped at for a turn by day
    nightShare: 'permille', //          of that by night
    killedShare: 'permille',
    cohesion: 'permille', //            lost by a company that loses a man so
  },
  roads: {
    wet: 'permille', //                 of the carriers' load that comes through in rain or storm
    mudRoad: 'permille -> permille', // of it, by the depth of the mud
    mend: 'permille a turn', //         of what is broken that road gangs make good
    mudDeep: 'permille', //             mud from which they work slower
    mendMud: 'permille', //             of their pace in such mud
    hospitalLeave: 'permille a night', // of those in the besieger's hospital who leave it
    hospitalReturn: 'permille', //      of those, fit again
    hospitalDied: 'permille', //        of those, dead
    fillNight: 'men a night', //        that go to one regiment
    fillTo: 'permille', //              of full strength to which ranks are filled
    fillLeast: 'men', //                wanting in a battalion, from which it gets any
    qualityFloor: 'permille', //        that newcomers do not take a battalion under
    gunPace: 'metres a pulse', //       of guns that are hauled to another place
    gunMud: 'permille', //              of that pace in the deepest mud
    limber: 'pulses', //                to limber up and to dig in again
    coverTurns: 'turns', //             after which a new place has its cover
  },
} as const;
