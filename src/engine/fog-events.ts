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

function asSeen(game: Game, state: GameState, side: SideId, event: SiegeEvent): SiegeEvent | null {
  switch (event.type) {
    // what nobody could miss
    case 'sky-changed':
    case 'holder-changed':
    case 'siege-ended':
    case 'post-surrendered':
    case 'post-cut-off':
    case 'post-linked':
    case 'zone-changed':
    case 'deserters-gone-over':
    case 'camp-fell':
    case 'conference-opened':
    case 'cease-fire':
      return event;
    // what one side does in the other's sight
    case 'assault-ended':
      return event.side === side ? event : { ...event, lost: 0 };
    case 'post-shelled':
      return event.by === side ? { ...event, suppression: 0, works: 0, wire: 0 } : event;
    case 'assault-began':
      return event.side === side ? event : { ...event, lead: [], men: 0, jumpOffMetres: roughly(event.jumpOffMetres) };
    case 'echelon-committed':
      return event.side === side ? event : { ...event, units: [], men: 0 };
    case 'assault-pulse':
      return pulseAsSeen(side, event);
    case 'battery-fired':
      return event.side === side ? firedAsSeen(state, event) : null;
    case 'gun-fixed':
      return event.side === side ? { ...event, battery: '' } : null;
    case 'reserve-joined':
      return event.side === side ? event : { ...event, unit: '', men: 0 };
    case 'unit-moved':
    case 'march-began':
    case 'march-ended':
    case 'march-stopped':
      return sideOf(game.board, event.unit) === side ? event : null;
    case 'trench-dug':
      return side === 'besieger' ? event : trenchAsSeen(state, event);
    case 'trench-filled':
    case 'raid-failed':
    case 'post-walked-out':
      return side === 'garrison' ? event : { ...event, unit: '' };
    case 'gallery-fired':
      return side === 'garrison' ? event : { ...event, works: 0 };
    case 'men-captured':
    case 'battery-captured':
      return event.side === side ? event : takenAsSeen(event);
    case 'lodgement-given-up':
      return side === 'besieger' ? event : { ...event, lost: 0 };
    case 'broke-out':
      return side === 'garrison' ? event : { ...event, men: 0, escaped: 0 };
    // the besieger's alone
    case 'dig-stopped':
    case 'will-changed':
    case 'carriers-came':
    case 'road-bombed':
    case 'hospital-emptied':
    case 'ranks-filled':
    case 'gallery-dug':
    case 'gallery-loaded':
      return side === 'besieger' ? event : null;
    // the garrison's alone
    case 'bases-sky-changed':
    case 'convoy-came':
    case 'labourers-lost':
    case 'hospital-counted':
    case 'battalion-granted':
    case 'battalion-refused':
    case 'leave-given':
    case 'camp-wavers':
      return side === 'garrison' ? event : null;
    // each side's own
    case 'battalion-headless':
    case 'battery-arrived':
    case 'battery-hit':
    case 'battery-pinned':
    case 'cohesion-changed':
    case 'command-post-hit':
    case 'command-restored':
    case 'counter-attack-held-back':
    case 'dump-empty':
    case 'food-eaten':
    case 'gunners-lost':
    case 'guns-moved':
    case 'loads-gathered':
    case 'men-deserted':
    case 'men-got-away':
    case 'men-lost':
    case 'men-sick':
    case 'officer-took-over':
    case 'order-delayed':
    case 'order-lost':
    case 'order-void':
    case 'search-failed':
    case 'shells-carried':
    case 'staff-shocked':
    case 'tanks-lost':
    case 'tubes-repaired':
    case 'unit-arrived':
    case 'unit-broke':
      return event.side === side ? event : null;
    default:
      return airAsSeen(side, event);
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
