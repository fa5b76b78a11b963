/**
 * What flies, falls and lands, as either side sees it: aircraft, canopies and tracer are in everybody's sight; what
 * is in them only those know who packed it, and what flak hit only those who flew home or did not.
 */
import type { SiegeEvent } from './events.ts';
import type { AirEvent, Of } from './fog-events.ts';
import type { SideId } from './scenario.ts';

/** One of them as a side sees it; null where it sees nothing. */
export function airAsSeen(side: SideId, event: AirEvent): SiegeEvent | null {
  return side === 'garrison' ? fromBelow(event) : fromTheHills(event);
}

/** The garrison knows its aircraft, not what they did to the other side, nor which gun fired. */
function fromBelow(event: AirEvent): SiegeEvent {
  switch (event.type) {
    case 'flak-fired': return { ...event, battery: '', rounds: 0 };
    case 'strike-flown': return { ...event, casualties: 0 };
    case 'drop-counted': return judged(event);
    case 'sorties-flown':
    case 'aircraft-hit':
    case 'aircraft-burnt':
    case 'loads-dropped':
    case 'aircraft-landed':
    case 'landing-failed':
    case 'strip-changed':
    case 'strip-shelled':
    case 'zone-shelled':
    case 'men-jumped':
    case 'loads-destroyed':
      return event;
  }
}

/** Kilos that fell outside the garrison's ground are judged from afar, by the tonne. */
function judged(event: Of<'drop-counted'>): SiegeEvent {
  const outside = event.between + event.withBesieger;
  const withBesieger = Math.min(outside, Math.round(event.withBesieger / TONNE) * TONNE);
  return { ...event, between: outside - withBesieger, withBesieger };
}

const TONNE = 1000;

/** The besieger sees aircraft and canopies, and counts them; he does not know what they carry. */
function fromTheHills(event: AirEvent): SiegeEvent | null {
  switch (event.type) {
    case 'sorties-flown': return event.sorties === 0 ? null : { ...event, order: -1, heldByWeather: 0 };
    case 'aircraft-hit': return { ...event, kilos: 0, men: 0 };
    case 'aircraft-burnt': return { ...event, kilos: 0 };
    case 'loads-dropped': return { ...event, cargo: '' };
    case 'aircraft-landed': return { ...event, cargo: '', kilos: 0, evacuated: 0 };
    case 'men-jumped': return { ...event, unit: null, hurt: 0, killed: 0 };
    case 'strike-flown': return event.target === 'fix' ? { ...event, id: null } : event;
    case 'flak-fired':
    case 'drop-counted':
    case 'landing-failed':
    case 'strip-changed':
    case 'strip-shelled':
    case 'zone-shelled':
    case 'loads-destroyed':
      return event;
  }
}
