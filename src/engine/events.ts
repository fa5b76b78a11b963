/** What happened: facts in the past tense, with ids and whole numbers, never prose. */
import type { SideId } from './scenario.ts';
import type { CampFall, CollapseCause, Leave, StripUse } from './state-siege.ts';
import type { CohesionCause, Holder, LossCause, SkyKind, Verdict } from './state.ts';

/** What was fired at. */
export type Aim =
  | { readonly kind: 'post'; readonly id: string }
  | { readonly kind: 'approach'; readonly id: string }
  | { readonly kind: 'battery'; readonly id: string }
  | { readonly kind: 'strip'; readonly id: string }
  | { readonly kind: 'zone'; readonly id: string }
  /** Protective fire: the ground before a post. */
  | { readonly kind: 'wire'; readonly id: string };

export type Fact =
  // weather
  | { readonly type: 'sky-changed'; readonly from: SkyKind; readonly to: SkyKind; readonly mud: number }
  // command
  | { readonly type: 'order-delayed'; readonly side: SideId; readonly order: number; readonly kind: string; readonly formation: string; readonly pulses: number }
  | { readonly type: 'order-lost'; readonly side: SideId; readonly order: number; readonly kind: string; readonly formation: string }
  | { readonly type: 'officer-took-over'; readonly side: SideId; readonly formation: string; readonly pulses: number }
  | { readonly type: 'order-void'; readonly side: SideId; readonly order: number; readonly kind: string }
  // observation
  | { readonly type: 'gun-fixed'; readonly side: SideId; readonly fix: string; readonly battery: string; readonly errorMetres: number; readonly how: 'seen' | 'flash' | 'sound' }
  // supply
  | { readonly type: 'shells-carried'; readonly side: SideId; readonly dump: string; readonly weapon: string; readonly rounds: number }
  | { readonly type: 'dump-empty'; readonly side: SideId; readonly dump: string; readonly weapon: string }
  // digging
  | { readonly type: 'trench-dug'; readonly approach: string; readonly post: string | null; readonly hex: number; readonly metres: number; readonly headMetres: number }
  | { readonly type: 'dig-stopped'; readonly approach: string; readonly post: string | null; readonly cause: 'at-the-wire' | 'done' | 'no-hands' | 'no-way' }
  // march
  | { readonly type: 'unit-moved'; readonly unit: string; readonly from: number; readonly to: number }
  | { readonly type: 'march-began'; readonly unit: string; readonly post: string; readonly purpose: string; readonly hexes: number }
  | { readonly type: 'march-ended'; readonly unit: string; readonly post: string; readonly purpose: string }
  | { readonly type: 'march-stopped'; readonly unit: string; readonly cause: 'shelled' | 'no-way' }
  // artillery
  | { readonly type: 'battery-fired'; readonly side: SideId; readonly battery: string; readonly weapon: string; readonly rounds: number; readonly at: Aim }
  | { readonly type: 'post-shelled'; readonly post: string; readonly by: SideId; readonly rounds: number; readonly suppression: number; readonly works: number; readonly wire: number }
  // men
  | { readonly type: 'men-lost'; readonly side: SideId; readonly unit: string; readonly killed: number; readonly wounded: number; readonly cause: LossCause }
  | { readonly type: 'gunners-lost'; readonly side: SideId; readonly battery: string; readonly killed: number; readonly wounded: number; readonly cause: LossCause }
  // counter-battery
  | { readonly type: 'battery-hit'; readonly side: SideId; readonly battery: string; readonly damaged: number; readonly wrecked: number }
  | { readonly type: 'battery-pinned'; readonly side: SideId; readonly battery: string; readonly pulses: number }
  | { readonly type: 'search-failed'; readonly side: SideId; readonly fix: string; readonly rounds: number }
  | { readonly type: 'tubes-repaired'; readonly side: SideId; readonly battery: string; readonly tubes: number }
  // assault
  | { readonly type: 'assault-began'; readonly side: SideId; readonly post: string; readonly lead: readonly string[]; readonly men: number; readonly jumpOffMetres: number }
  | { readonly type: 'assault-pulse'; readonly side: SideId; readonly post: string; readonly odds: number; readonly lodgement: number; readonly attackersLost: number; readonly defendersLost: number }
  | { readonly type: 'echelon-committed'; readonly side: SideId; readonly post: string; readonly units: readonly string[]; readonly men: number }
  | { readonly type: 'reserve-joined'; readonly side: SideId; readonly post: string; readonly unit: string; readonly men: number; readonly lodgement: number }
  | { readonly type: 'counter-attack-held-back'; readonly side: SideId; readonly post: string; readonly unit: string; readonly odds: number; readonly wanted: number }
  | { readonly type: 'tanks-lost'; readonly side: SideId; readonly post: string; readonly unit: string; readonly tanks: number }
  | { readonly type: 'zone-shelled'; readonly camp: string; readonly rounds: number }
  | { readonly type: 'lodgement-given-up'; readonly post: string; readonly lodgement: number; readonly lost: number }
  | { readonly type: 'assault-ended'; readonly side: SideId; readonly post: string; readonly how: 'won' | 'halted' | 'thrown-back'; readonly lost: number }
  | { readonly type: 'holder-changed'; readonly post: string; readonly from: Holder; readonly to: Holder; readonly cause: 'stormed' | 'laid-down-arms' | 'broke' | 'given-up' | 'entered' | 'cleared' }
  | { readonly type: 'men-captured'; readonly side: SideId; readonly unit: string; readonly men: number; readonly wounded: number; readonly post: string }
  | { readonly type: 'men-got-away'; readonly side: SideId; readonly unit: string; readonly men: number; readonly post: string }
  | { readonly type: 'battery-captured'; readonly side: SideId; readonly battery: string; readonly tubes: number; readonly rounds: number; readonly gunners: number }
  // command loss
  | { readonly type: 'command-post-hit'; readonly side: SideId; readonly formation: string; readonly post: string }
  | { readonly type: 'battalion-headless'; readonly side: SideId; readonly formation: string; readonly pulses: number }
  | { readonly type: 'staff-shocked'; readonly side: SideId; readonly formation: string; readonly pulses: number }
  | { readonly type: 'command-restored'; readonly side: SideId; readonly formation: string }
  // morale
  | { readonly type: 'cohesion-changed'; readonly side: SideId; readonly unit: string; readonly to: number; readonly causes: readonly { readonly cause: CohesionCause; readonly points: number }[] }
  | { readonly type: 'unit-broke'; readonly side: SideId; readonly unit: string; readonly post: string | null }
  | { readonly type: 'men-deserted'; readonly side: SideId; readonly unit: string; readonly men: number }
  | { readonly type: 'will-changed'; readonly formation: string; readonly to: number; readonly by: number; readonly cause: 'losses' | 'failed' | 'won' | 'rest' | 'hunger' | 'recruits' }
  // weather over the bases
  | { readonly type: 'bases-sky-changed'; readonly from: SkyKind; readonly to: SkyKind }
  // roads
  | { readonly type: 'carriers-came'; readonly dump: string; readonly rounds: readonly { readonly weapon: string; readonly rounds: number }[]; readonly foodKilos: number; readonly road: number }
  | { readonly type: 'road-bombed'; readonly road: number; readonly sorties: number; readonly portersLost: number }
  /** Besieger: a night's discharges behind the front: back to the ranks' pool, dead of wounds, sent home; and who is left. */
  | { readonly type: 'hospital-emptied'; readonly returned: number; readonly died: number; readonly sentHome: number; readonly hospital: number; readonly pool: number }
  | { readonly type: 'ranks-filled'; readonly unit: string; readonly men: number }
  | { readonly type: 'unit-arrived'; readonly side: SideId; readonly unit: string; readonly men: number }
  | { readonly type: 'battery-arrived'; readonly side: SideId; readonly battery: string; readonly tubes: number }
  | { readonly type: 'guns-moved'; readonly side: SideId; readonly battery: string; readonly from: number; readonly to: number }
  // siege ring
  | { readonly type: 'post-cut-off'; readonly post: string }
  | { readonly type: 'post-linked'; readonly post: string; readonly turns: number }
  | { readonly type: 'zone-changed'; readonly camp: string; readonly hexes: number; readonly areaHexes: number }
  // trench filled in, gallery
  | { readonly type: 'trench-filled'; readonly approach: string; readonly post: string | null; readonly hex: number; readonly metres: number; readonly unit: string }
  | { readonly type: 'raid-failed'; readonly approach: string; readonly unit: string }
  | { readonly type: 'gallery-dug'; readonly post: string; readonly metres: number; readonly lengthMetres: number }
  | { readonly type: 'gallery-loaded'; readonly post: string }
  | { readonly type: 'gallery-fired'; readonly post: string; readonly works: number }
  | { readonly type: 'convoy-came'; readonly post: string; readonly unit: string }
  | { readonly type: 'convoy-failed'; readonly post: string; readonly unit: string }
  // flak and the air
  | { readonly type: 'sorties-flown'; readonly order: number; readonly aircraft: string; readonly purpose: 'airlift' | 'land' | 'jump' | 'strike'; readonly camp: string | null; readonly sorties: number; readonly height: number; readonly heldByWeather: number }
  | { readonly type: 'flak-fired'; readonly battery: string; readonly rounds: number }
  | { readonly type: 'aircraft-hit'; readonly aircraft: string; readonly purpose: 'airlift' | 'land' | 'jump' | 'strike'; readonly fate: 'lost' | 'damaged' | 'turned-back'; readonly height: number; readonly kilos: number; readonly men: number }
  | { readonly type: 'aircraft-burnt'; readonly aircraft: string; readonly strip: string; readonly kilos: number }
  /** One sortie's bundles: where each came to rest (metres), and whether its chute failed (1) or not (0). */
  | { readonly type: 'loads-dropped'; readonly camp: string; readonly aircraft: string; readonly cargo: string; readonly kilos: number; readonly height: number; readonly east: readonly number[]; readonly north: readonly number[]; readonly smashed: readonly number[] }
  /** The turn's freight of a camp by whose ground it came to rest on, kilos. */
  | { readonly type: 'drop-counted'; readonly camp: string; readonly dropped: number; readonly withGarrison: number; readonly between: number; readonly withBesieger: number }
  | { readonly type: 'aircraft-landed'; readonly strip: string; readonly aircraft: string; readonly cargo: string; readonly kilos: number; readonly evacuated: number }
  | { readonly type: 'landing-failed'; readonly strip: string; readonly aircraft: string }
  | { readonly type: 'strip-changed'; readonly strip: string; readonly from: StripUse; readonly to: StripUse; readonly craters: number }
  | { readonly type: 'strip-shelled'; readonly strip: string; readonly rounds: number; readonly craters: number }
  | { readonly type: 'men-jumped'; readonly camp: string; readonly unit: string | null; readonly men: number; readonly hurt: number; readonly killed: number; readonly captured: number }
  // recovery
  | { readonly type: 'loads-gathered'; readonly side: SideId; readonly camp: string; readonly cargo: string; readonly kilos: number; readonly rounds: number; /** Of these kilos, from ground that was not the besieger's when they fell. */ readonly elsewhere: number }
  | { readonly type: 'loads-destroyed'; readonly kilos: number; readonly camp: string }
  | { readonly type: 'labourers-lost'; readonly camp: string; readonly men: number }
  // air strikes
  | { readonly type: 'strike-flown'; readonly aircraft: string; readonly target: string; readonly id: string | null; readonly sorties: number; readonly casualties: number }
  // food, sickness, hospital
  | { readonly type: 'food-eaten'; readonly side: SideId; readonly camp: string | null; readonly kilos: number; readonly left: number; readonly ration: number }
  | { readonly type: 'men-sick'; readonly side: SideId; readonly camp: string | null; readonly men: number }
  | { readonly type: 'hospital-counted'; readonly camp: string; readonly serious: number; readonly light: number; readonly died: number; readonly returned: number }
  // desertion
  | { readonly type: 'deserters-gone-over'; readonly camp: string; readonly men: number }
  | { readonly type: 'post-walked-out'; readonly post: string; readonly unit: string; readonly men: number }
  // higher command
  | { readonly type: 'battalion-granted'; readonly unit: string }
  | { readonly type: 'battalion-refused'; readonly unit: string }
  | { readonly type: 'leave-given'; readonly camp: string; readonly leave: Leave }
  // collapse, break-out, conference
  | { readonly type: 'camp-wavers'; readonly camp: string; readonly permille: number; readonly causes: readonly { readonly cause: CollapseCause; readonly points: number }[] }
  | { readonly type: 'camp-fell'; readonly camp: string; readonly how: CampFall; readonly men: number }
  | { readonly type: 'broke-out'; readonly camp: string; readonly men: number; readonly escaped: number; readonly captured: number }
  | { readonly type: 'conference-opened' }
  | { readonly type: 'cease-fire' }
  // surrender
  | { readonly type: 'post-surrendered'; readonly post: string; readonly side: SideId; readonly men: number }
  // the end
  | { readonly type: 'siege-ended'; readonly verdict: Verdict };

/** When it happened. */
export interface When {
  readonly turn: number;
  /** 0-11; the hour within the turn. */
  readonly pulse: number;
}

export type SiegeEvent = Fact & When;
export type EventType = Fact['type'];
