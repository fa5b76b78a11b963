/** What happened: facts in the past tense, with ids and whole numbers, never prose. */
import type { SideId } from './scenario.ts';
import type { CohesionCause, Holder, LossCause, SkyKind, Verdict } from './state.ts';

/** What was fired at. */
export type Aim =
  | { readonly kind: 'post'; readonly id: string }
  | { readonly kind: 'approach'; readonly id: string }
  | { readonly kind: 'battery'; readonly id: string }
  /** Protective fire: the ground before a post. */
  | { readonly kind: 'wire'; readonly id: string };

export type Fact =
  // weather
  | { readonly type: 'sky-changed'; readonly from: SkyKind; readonly to: SkyKind; readonly mud: number }
  // command
  | { readonly type: 'order-delayed'; readonly side: SideId; readonly order: number; readonly kind: string; readonly formation: string; readonly pulses: number }
  | { readonly type: 'order-lost'; readonly side: SideId; readonly order: number; readonly kind: string; readonly formation: string }
  | { readonly type: 'order-void'; readonly side: SideId; readonly order: number; readonly kind: string }
  // observation
  | { readonly type: 'gun-fixed'; readonly side: SideId; readonly fix: string; readonly battery: string; readonly errorMetres: number; readonly how: 'seen' | 'flash' | 'sound' }
  // supply
  | { readonly type: 'shells-carried'; readonly side: SideId; readonly dump: string; readonly weapon: string; readonly rounds: number }
  | { readonly type: 'dump-empty'; readonly side: SideId; readonly dump: string; readonly weapon: string }
  // digging
  | { readonly type: 'trench-dug'; readonly approach: string; readonly post: string; readonly metres: number; readonly headMetres: number }
  | { readonly type: 'dig-stopped'; readonly approach: string; readonly post: string; readonly cause: 'at-the-wire' | 'no-hands' }
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
  | { readonly type: 'will-changed'; readonly formation: string; readonly to: number; readonly by: number; readonly cause: 'losses' | 'failed' | 'won' | 'rest' }
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
