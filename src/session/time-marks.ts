/** What stands on the time line of a siege: assaults, posts lost and taken back, camps, conference, weather. */
import type { SiegeEvent, SkyKind } from '../engine/index.ts';

/** Kinds of marks, in the order in which one of a turn is told. */
export const MARK_KINDS = ['camp', 'cease-fire', 'lost', 'retaken', 'gallery', 'assault', 'strip', 'jump', 'conference', 'storm', 'rain'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** One mark: what happened in a turn, and to which posts, camps or strips. Everything in it both sides saw. */
export interface TimeMark {
  /** Index of the turn. */
  readonly turn: number;
  readonly kind: MarkKind;
  readonly ids: readonly string[];
}

/** The marks of one turn from its events and the sky in which it ended. */
export function timeMarks(turn: number, events: readonly SiegeEvent[], sky: SkyKind): readonly TimeMark[] {
  const found = new Map<MarkKind, Set<string>>();
  const put = (kind: MarkKind, id: string): void => void (found.get(kind) ?? found.set(kind, new Set()).get(kind))?.add(id);
  for (const event of events) note(event, put);
  if (sky === 'rain' || sky === 'storm') put(sky, '');
  return MARK_KINDS.flatMap((kind) => {
    const ids = found.get(kind);
    return ids === undefined ? [] : [{ turn, kind, ids: [...ids].filter((id) => id !== '') }];
  });
}

type Put = (kind: MarkKind, id: string) => void;
type Notes = { readonly [Type in SiegeEvent['type']]?: (event: Extract<SiegeEvent, { type: Type }>, put: Put) => void };

const NOTES: Notes = {
  'assault-began': (event, put) => (event.side === 'besieger' ? put('assault', event.post) : undefined),
  'holder-changed': (event, put) => {
    if (event.to === 'besieger') put('lost', event.post);
    else if (event.to === 'garrison' && event.from === 'besieger') put('retaken', event.post);
  },
  'camp-fell': (event, put) => put('camp', event.camp),
  'conference-opened': (_, put) => put('conference', ''),
  'cease-fire': (_, put) => put('cease-fire', ''),
  'strip-changed': (event, put) => put('strip', event.strip),
  'gallery-fired': (event, put) => put('gallery', event.post),
  'men-jumped': (event, put) => (event.unit === null ? undefined : put('jump', event.camp)),
};

function note<Type extends SiegeEvent['type']>(event: Extract<SiegeEvent, { type: Type }>, put: Put): void {
  (NOTES[event.type] as ((event: Extract<SiegeEvent, { type: Type }>, put: Put) => void) | undefined)?.(event, put);
}
