/** Events as they reach a side: what it could not see is left out, what it cannot know is taken out. */
import type { EventType, SiegeEvent } from './events.ts';
import { airAsSeen } from './fog-air.ts';
import { sideOf } from './people.ts';
import type { SideId } from './scenario.ts';
import type { GameState } from './state.ts';
import type { Game } from './turn-context.ts';

/** The events of a turn that a side learns of, in their order. */
export function eventsFor(game: Game, state: GameState, side: SideId, events: readonly SiegeEvent[]): SiegeEvent[] {
  const seen: SiegeEvent[] = [];
  for (const event of events) {
    const known = asSeen(game, state, side, event);
    if (known !== null) seen.push(known);
  }
  return seen;
}

/** An event of one type, or of several. */
export type Of<Type extends EventType> = Extract<SiegeEvent, { type: Type }>;

/**
 * Who learns of what. `all`: what nobody could miss. `garrison`, `besieger`: that side alone. `own`: the side that it
 * happened to or that did it. `shown`: done in the other's sight, told to each as he sees it. `air`: the same, above.
 */
const LEARNS = {
  'sky-changed': 'all', 'holder-changed': 'all', 'siege-ended': 'all', 'post-surrendered': 'all', 'post-cut-off': 'all', 'post-linked': 'all',
  'zone-changed': 'all', 'deserters-gone-over': 'all', 'camp-fell': 'all', 'conference-opened': 'all', 'cease-fire': 'all',
  'dig-stopped': 'besieger', 'will-changed': 'besieger', 'carriers-came': 'besieger', 'road-bombed': 'besieger', 'hospital-emptied': 'besieger',
  'ranks-filled': 'besieger', 'gallery-dug': 'besieger', 'gallery-loaded': 'besieger',
  'bases-sky-changed': 'garrison', 'convoy-came': 'garrison', 'convoy-failed': 'garrison', 'labourers-lost': 'garrison', 'hospital-counted': 'garrison',
  'battalion-granted': 'garrison', 'battalion-refused': 'garrison', 'leave-given': 'garrison', 'camp-wavers': 'garrison',
  'battalion-headless': 'own', 'battery-arrived': 'own', 'battery-hit': 'own', 'battery-pinned': 'own', 'cohesion-changed': 'own', 'command-post-hit': 'own',
  'command-restored': 'own', 'counter-attack-held-back': 'own', 'dump-empty': 'own', 'food-eaten': 'own', 'gunners-lost': 'own', 'guns-moved': 'own',
  'loads-gathered': 'own', 'men-deserted': 'own', 'men-got-away': 'own', 'men-lost': 'own', 'men-sick': 'own', 'officer-took-over': 'own',
  'order-delayed': 'own', 'order-lost': 'own', 'order-void': 'own', 'search-failed': 'own', 'shells-carried': 'own', 'staff-shocked': 'own',
  'tanks-lost': 'own', 'tubes-repaired': 'own', 'unit-arrived': 'own', 'unit-broke': 'own',
  'assault-ended': 'shown', 'post-shelled': 'shown', 'assault-began': 'shown', 'echelon-committed': 'shown', 'assault-pulse': 'shown', 'battery-fired': 'shown',
  'gun-fixed': 'shown', 'reserve-joined': 'shown', 'unit-moved': 'shown', 'march-began': 'shown', 'march-ended': 'shown', 'march-stopped': 'shown',
  'trench-dug': 'shown', 'trench-filled': 'shown', 'raid-failed': 'shown', 'post-walked-out': 'shown', 'gallery-fired': 'shown', 'lodgement-given-up': 'shown',
  'men-captured': 'shown', 'battery-captured': 'shown', 'broke-out': 'shown',
  'sorties-flown': 'air', 'flak-fired': 'air', 'aircraft-hit': 'air', 'aircraft-burnt': 'air', 'loads-dropped': 'air', 'drop-counted': 'air', 'aircraft-landed': 'air',
  'landing-failed': 'air', 'strip-changed': 'air', 'strip-shelled': 'air', 'zone-shelled': 'air', 'men-jumped': 'air', 'loads-destroyed': 'air', 'strike-flown': 'air',
} as const satisfies Record<EventType, 'all' | SideId | 'own' | 'shown' | 'air'>;

type Learnt<How> = { [Type in EventType]: (typeof LEARNS)[Type] extends How ? Type : never }[EventType];
type ShownEvent = Of<Learnt<'shown'>>;
/** Events of the air. */
export type AirEvent = Of<Learnt<'air'>>;

function asSeen(game: Game, state: GameState, side: SideId, event: SiegeEvent): SiegeEvent | null {
  switch (LEARNS[event.type]) {
    case 'all': return event;
    case 'garrison': return side === 'garrison' ? event : null;
    case 'besieger': return side === 'besieger' ? event : null;
    case 'own': return 'side' in event && event.side === side ? event : null;
    case 'shown': return asShown(game, state, side, event as ShownEvent);
    case 'air': return airAsSeen(side, event as AirEvent);
  }
}

function asShown(game: Game, state: GameState, side: SideId, event: ShownEvent): SiegeEvent | null {
  switch (event.type) {
    case 'assault-ended': return event.side === side ? event : { ...event, lost: 0 };
    case 'post-shelled': return event.by === side ? { ...event, suppression: 0, works: 0, wire: 0 } : event;
    case 'assault-began': return event.side === side ? event : { ...event, lead: [], men: 0, jumpOffMetres: roughly(event.jumpOffMetres) };
    case 'echelon-committed': return event.side === side ? event : { ...event, units: [], men: 0 };
    case 'assault-pulse': return pulseAsSeen(side, event);
    case 'battery-fired': return event.side === side ? firedAsSeen(state, event) : null;
    case 'gun-fixed': return event.side === side ? { ...event, battery: '' } : null;
    case 'reserve-joined': return event.side === side ? event : { ...event, unit: '', men: 0 };
    case 'unit-moved':
    case 'march-began':
    case 'march-ended':
    case 'march-stopped': return sideOf(game.board, event.unit) === side ? event : null;
    case 'trench-dug': return side === 'besieger' ? event : trenchAsSeen(state, event);
    case 'trench-filled':
    case 'raid-failed':
    case 'post-walked-out': return side === 'garrison' ? event : { ...event, unit: '' };
    case 'gallery-fired': return side === 'garrison' ? event : { ...event, works: 0 };
    case 'men-captured':
    case 'battery-captured': return event.side === side ? event : takenAsSeen(event);
    case 'lodgement-given-up': return side === 'besieger' ? event : { ...event, lost: 0 };
    case 'broke-out': return side === 'garrison' ? event : { ...event, men: 0, escaped: 0 };
  }
}

/** Distances that are judged by eye come in steps of so many metres. */
const JUDGED_METRES = 50;

function roughly(metres: number): number {
  return Math.round(metres / JUDGED_METRES) * JUDGED_METRES;
}

/** One fires at a reported place: the aim is the fix, not the gun. */
function firedAsSeen(state: GameState, event: Of<'battery-fired'>): SiegeEvent {
  if (event.at.kind !== 'battery') return event;
  const fix = state.known[event.side].fixes.find(({ battery }) => battery === event.at.id);
  return { ...event, at: { kind: 'battery', id: fix?.id ?? '' } };
}

/** The other side's losses can only be guessed at; here they are left out. */
function pulseAsSeen(side: SideId, event: Of<'assault-pulse'>): SiegeEvent {
  return event.side === side ? { ...event, defendersLost: 0, odds: 0 } : { ...event, attackersLost: 0, odds: 0 };
}

function trenchAsSeen(state: GameState, event: Of<'trench-dug'>): SiegeEvent | null {
  const seen = state.known.garrison.approaches.find((sighting) => sighting.approach === event.approach);
  return seen === undefined || seen.turn < event.turn ? null : { ...event, metres: 0, headMetres: seen.headMetres };
}

/** The taker counts what he took, not whose it was. */
function takenAsSeen(event: Of<'men-captured'> | Of<'battery-captured'>): SiegeEvent {
  return event.type === 'men-captured' ? { ...event, unit: '' } : { ...event, battery: '' };
}
