/** Alarms: what stops the staff from going on by itself, out of what one's own side saw. */
import type { EventType, SideId, SideView, SiegeEvent } from '../engine/index.ts';
import { LOW_WILL } from './cohesion.ts';
import { storesOf } from './stores.ts';

/** What can be watched for. */
export type Alarm =
  | 'assault' | 'post-lost' | 'post-taken' | 'assault-failed' | 'cut-off' | 'command' | 'stores' | 'strip' | 'battalion' | 'leave' | 'desertion'
  | 'at-the-wire' | 'gallery' | 'will' | 'rain';

/** The alarms of each side, in the order of the panels. */
export const ALARMS = {
  garrison: ['assault', 'post-lost', 'cut-off', 'command', 'stores', 'strip', 'battalion', 'leave', 'desertion', 'rain'],
  besieger: ['assault', 'post-taken', 'assault-failed', 'cut-off', 'at-the-wire', 'gallery', 'will', 'stores', 'rain'],
} as const satisfies Record<SideId, readonly Alarm[]>;

/** Those that are set for one who has chosen nothing. */
export const USUAL_ALARMS: readonly Alarm[] = ['assault', 'post-lost', 'post-taken', 'cut-off', 'command', 'stores', 'strip', 'leave', 'at-the-wire', 'gallery', 'will'];

/** An alarm that rang, with the post, formation or weapon it is about; '' where it is about none. */
export interface Ringing {
  readonly alarm: Alarm;
  readonly kind: 'post' | 'formation' | 'weapon' | null;
  readonly id: string;
}

/** One turn as one's own side knows it. */
export interface TurnSeen {
  readonly before: SideView;
  readonly after: SideView;
  readonly events: readonly SiegeEvent[];
}

/** The alarms among those set that rang in a turn; each thing once, and only those that the side has. */
export function ringing(set: readonly Alarm[], turn: TurnSeen): readonly Ringing[] {
  const heard = [...turn.events.flatMap((event) => rungBy(event, turn.after.side)), ...storesRunningOut(turn), ...willsBroken(turn)];
  const own: readonly Alarm[] = ALARMS[turn.after.side];
  const wanted = heard.filter(({ alarm }) => set.includes(alarm) && own.includes(alarm));
  return wanted.filter((one, index) => wanted.findIndex((other) => other.alarm === one.alarm && other.id === one.id) === index);
}

type Heard = { readonly [Type in EventType]?: (event: Extract<SiegeEvent, { readonly type: Type }>, side: SideId) => readonly (Ringing | false)[] };

/** What each kind of event sets off. */
const HEARD: Heard = {
  'assault-began': ({ post }) => [about('assault', 'post', post)],
  'assault-ended': ({ side, how, post }) => [side === 'besieger' && how !== 'won' && about('assault-failed', 'post', post)],
  'holder-changed': ({ from, to, post }) => [from === 'garrison' && about('post-lost', 'post', post), to === 'besieger' && about('post-taken', 'post', post)],
  'post-cut-off': ({ post }) => [about('cut-off', 'post', post)],
  'battalion-headless': ({ formation, side }, own) => [side === own && about('command', 'formation', formation)],
  'staff-shocked': ({ formation, side }, own) => [side === own && about('command', 'formation', formation)],
  'strip-changed': () => [about('strip')],
  'battalion-granted': () => [about('battalion')],
  'battalion-refused': () => [about('battalion')],
  'leave-given': () => [about('leave')],
  'post-walked-out': ({ post }) => [about('desertion', 'post', post)],
  'dig-stopped': ({ cause, post }) => [cause === 'at-the-wire' && post !== null && about('at-the-wire', 'post', post)],
  'gallery-loaded': ({ post }) => [about('gallery', 'post', post)],
  'sky-changed': ({ from, to }) => [isWet(to) && !isWet(from) && about('rain')],
};

function rungBy(event: SiegeEvent, side: SideId): readonly Ringing[] {
  const hear = HEARD[event.type] as ((event: SiegeEvent, side: SideId) => readonly (Ringing | false)[]) | undefined;
  return (hear?.(event, side) ?? []).filter((one) => one !== false);
}

function isWet(sky: string): boolean {
  return sky === 'rain' || sky === 'storm';
}

function about(alarm: Alarm, kind: Ringing['kind'] = null, id = ''): Ringing {
  return { alarm, kind, id };
}

/** Weapons whose shells came under the mark for low in this turn. */
function storesRunningOut({ before, after }: TurnSeen): Ringing[] {
  const low = storesOf(before).filter((store) => store.low).map((store) => store.weapon);
  return storesOf(after).filter((store) => store.low && store.tubes > 0 && !low.includes(store.weapon)).map(({ weapon }) => about('stores', 'weapon', weapon));
}

/** Regiments whose will came under the mark for low in this turn. */
function willsBroken({ before, after }: TurnSeen): Ringing[] {
  const had = new Map(before.formations.map((formation) => [formation.id, formation.will]));
  return after.formations.filter(({ id, kind, will }) => kind === 'regiment' && will < LOW_WILL && (had.get(id) ?? 0) >= LOW_WILL).map(({ id }) => about('will', 'formation', id));
}
