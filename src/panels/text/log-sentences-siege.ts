/** Groups of events that only a long siege has, each in one sentence or two. */
import type { EventType, SiegeEvent } from '../../engine/index.ts';
import {
  arrivedLine, countedLine, dropLine, flakLine, flownLine, gatheredLine, hitLineOf, jumpedLine, landedLine, ranksLine, strikeLine, willLine,
} from './log-line-siege.ts';
import { logLine } from './log-line.ts';
import { sumOf, type Sentences } from './log-groups.ts';
import type { Names } from './names.ts';
import { count, number } from './numbers.ts';
import { say } from './say.ts';

type Of<Type extends EventType> = Extract<SiegeEvent, { type: Type }>;

export const SIEGE_SENTENCES: Sentences = {
  'sorties-flown': (first, { events }, names) => airSentence(first, events, names),
  'loads-dropped': (first, { events }, names) => airSentence(first, events, names),
  'drop-counted': (first, { events }, names) => airSentence(first, events, names),
  'men-jumped': (first, { events }, names) => jumpedLine(first.camp, sums(events, ['men', 'hurt', 'killed', 'captured']), names),
  'aircraft-landed': (first, { events }, names) => landedLine(first.strip, events.length, sumOf(events, 'kilos'), sumOf(events, 'evacuated'), names),
  'landing-failed': (first, { events }, names) => say(names.lang, 'log.landing-failed', { aircraft: count(names.lang, 'aircraft', events.length), strip: names.strip(first.strip) }),
  'aircraft-burnt': (first, { events }, names) => say(names.lang, 'log.aircraft-burnt', { aircraft: count(names.lang, 'aircraft', events.length), strip: names.strip(first.strip) }),
  'aircraft-hit': (first, { events }, names) => hitLineOf(first.fate, events.length, heightOf(events), first.fate === 'lost' ? sumOf(events, 'men') : 0, names),
  'flak-fired': (_, { events }, names) => flakLine(sumOf(events, 'rounds'), names),
  'strike-flown': (first, { events }, names) => strikeLine(first.target, sumOf(events, 'sorties'), sumOf(events, 'casualties'), names),
  'strip-shelled': (first, { events }, names) => logLine({ ...first, rounds: sumOf(events, 'rounds') }, names),
  'zone-shelled': (first, { events }, names) => logLine({ ...first, rounds: sumOf(events, 'rounds') }, names),
  'loads-gathered': (first, { events }, names) => gatheredLine(first.side, cargoesOf(events), names),
  'loads-destroyed': (first, { events }, names) => logLine({ ...first, kilos: sumOf(events, 'kilos') }, names),
  'labourers-lost': (first, { events }, names) => logLine({ ...first, men: sumOf(events, 'men') }, names),
  'men-sick': (first, { events }, names) => logLine({ ...first, men: sumOf(events, 'men') }, names),
  'road-bombed': (first, { events }, names) => logLine({ ...lastOf(events, first), sorties: sumOf(events, 'sorties'), portersLost: sumOf(events, 'portersLost') }, names),
  'ranks-filled': (_, { events }, names) => ranksLine(unitsOf(events), sumOf(events, 'men'), names),
  'unit-arrived': (first, { events }, names) => arrivedLine(unitsOf(events).map((unit) => names.unit(unit, first.side)), sumOf(events, 'men'), names),
  'guns-moved': (first, { events }, names) => (events.length === 1 ? logLine(first, names) : say(names.lang, 'log.guns-moved.many', { n: number(names.lang, events.length) })),
  'will-changed': (first, { events }, names) => (events.length === 1 ? logLine(first, names) : willLine(first.cause, willRows(events), names)),
};

function sums<Field extends Parameters<typeof sumOf>[1]>(events: readonly SiegeEvent[], fields: readonly Field[]): Readonly<Record<Field, number>> {
  return Object.fromEntries(fields.map((field) => [field, sumOf(events, field)])) as Readonly<Record<Field, number>>;
}

/** A turn's freight over one camp: sorties, tonnes, heights, and where it came to rest. */
function airSentence(first: Of<'sorties-flown' | 'loads-dropped' | 'drop-counted'>, events: readonly SiegeEvent[], names: Names): string {
  const drops = events.filter((event) => event.type === 'loads-dropped');
  const counted = events.find((event) => event.type === 'drop-counted');
  const [drop] = drops;
  const flown = sumOf(events, 'sorties');
  if (drop === undefined) {
    if (counted !== undefined) return countedLine(counted, names);
    return flownLine(flown, sumOf(events, 'heldByWeather'), first.camp, names);
  }
  const line = dropLine({ sorties: Math.max(flown, drops.length), camp: drop.camp, kilos: sumOf(drops, 'kilos'), heights: drops.map(({ height }) => height) }, names);
  return counted === undefined ? line : `${line} ${countedLine(counted, names)}`;
}

/** The last of its kind: how things stand at the end. */
function lastOf<Type extends EventType>(events: readonly SiegeEvent[], first: Of<Type>): Of<Type> {
  return events.filter((event): event is Of<Type> => event.type === first.type).at(-1) ?? first;
}

/** The height at which most were hit: that of the first. */
function heightOf(events: readonly SiegeEvent[]): number {
  const [first] = events;
  return first?.type === 'aircraft-hit' ? first.height : 0;
}

function cargoesOf(events: readonly SiegeEvent[]): readonly (readonly [string, number])[] {
  const kilos = new Map<string, number>();
  for (const event of events) if (event.type === 'loads-gathered') kilos.set(event.cargo, (kilos.get(event.cargo) ?? 0) + event.kilos);
  return [...kilos];
}

function unitsOf(events: readonly SiegeEvent[]): readonly string[] {
  return [...new Set(events.flatMap((event) => ('unit' in event && typeof event.unit === 'string' ? [event.unit] : [])))];
}

function willRows(events: readonly SiegeEvent[]): readonly (readonly [string, number])[] {
  const rows = new Map<string, number>();
  for (const event of events) if (event.type === 'will-changed') rows.set(event.formation, event.to);
  return [...rows];
}
