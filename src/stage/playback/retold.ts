/** Marks after an event, as far as the event tells: the picture between two views. */
import { hexOf, ringOf, type SiegeEvent, type SideView } from '../../engine/index.ts';
import { attackStart } from '../facts/attack-start.ts';
import { heldGround } from '../facts/held-ground.ts';
import type { AssaultMark, CounterMark, GalleryMark, GunMark, Marks, PostMark, StripMark } from '../facts/marks.ts';
import { hexPoint, pointOf } from '../facts/places.ts';
import { lookOf } from '../facts/post-marks.ts';
import { groundOf } from '../facts/siege-marks.ts';

type Of<Type extends SiegeEvent['type']> = Extract<SiegeEvent, { type: Type }>;
type Changes = { readonly [Type in SiegeEvent['type']]?: (marks: Marks, event: Of<Type>, view: SideView) => Marks };

/** What each kind of event changes; those left out are told in the air, in the log or in the cards. */
const CHANGES: Changes = {
  'sky-changed': (marks, event) => ({ ...marks, sky: event.to, mud: event.mud }),
  'holder-changed': (marks, event, view) => withHolder(marks, event, view),
  'assault-pulse': (marks, event) => withPost(marks, event.post, (post) => ({ ...post, lodgement: event.lodgement })),
  'post-shelled': (marks, event) => (event.wire === 0 && event.works === 0 ? marks : withPost(marks, event.post, (post) => ({ ...post, wire: Math.max(0, post.wire - event.wire) }))),
  'assault-began': (marks, event, view) => ({ ...marks, assaults: [...marks.assaults, begun(event, view)] }),
  'echelon-committed': (marks, event, view) => withEchelon(marks, event, view),
  'assault-ended': (marks, event) => ({ ...marks, assaults: marks.assaults.filter(({ post, nation }) => post !== event.post || nation !== event.side) }),
  'trench-dug': (marks, event, view) => dug(marks, event.approach, event.headMetres, view),
  'unit-moved': (marks, event, view) => ({ ...marks, counters: moved(marks.counters, event.unit, event.to, view) }),
  'march-ended': (marks, event) => withoutMarch(marks, event.unit),
  'march-stopped': (marks, event) => withoutMarch(marks, event.unit),
  'battery-pinned': (marks, event) => withGun(marks, event.battery, 'pinned'),
  'battery-hit': (marks, event) => withGun(marks, event.battery, 'damaged'),
  'loads-dropped': (marks, event, view) => withLoads(marks, event, view),
  'post-cut-off': (marks, event) => withPost(marks, event.post, (post) => ({ ...post, isCutOff: true })),
  'post-linked': (marks, event) => withPost(marks, event.post, (post) => ({ ...post, isCutOff: false })),
  'strip-changed': (marks, event) => withStrip(marks, event.strip, { use: event.to, craters: event.craters }),
  'strip-shelled': (marks, event) => withStrip(marks, event.strip, { craters: event.craters }),
  'gallery-dug': (marks, event) => withGallery(marks, event.post, { dug: Math.min(1, event.metres / Math.max(1, event.lengthMetres)) }),
  'gallery-fired': (marks, event) => withGallery(marks, event.post, { fired: true }),
};

/** The marks with one event told on them; the same marks where it shows nothing. */
export function retold<Type extends SiegeEvent['type']>(marks: Marks, event: Of<Type>, view: SideView): Marks {
  const change = CHANGES[event.type] as ((marks: Marks, event: Of<Type>, view: SideView) => Marks) | undefined;
  return change?.(marks, event, view) ?? marks;
}

function withoutMarch(marks: Marks, unit: string): Marks {
  return { ...marks, marches: marks.marches.filter(({ id }) => id !== unit) };
}

function withGallery(marks: Marks, id: string, change: Partial<GalleryMark>): Marks {
  return { ...marks, galleries: marks.galleries.map((one) => (one.post === id ? { ...one, ...change } : one)) };
}

function withPost(marks: Marks, id: string, change: (post: PostMark) => PostMark): Marks {
  return { ...marks, posts: marks.posts.map((post) => (post.id === id ? change(post) : post)) };
}

function withHolder(marks: Marks, event: Of<'holder-changed'>, view: SideView): Marks {
  const changed = withPost(marks, event.post, (post) => ({
    ...post,
    holder: event.to,
    look: lookOf(event.to, post.wire, 1000),
    lodgement: event.to === 'contested' ? post.lodgement : 0,
  }));
  return { ...changed, held: heldGround(changed.posts, view.posts) };
}

/** Each bundle lies where it came to rest, until the end of the turn shows who has it. */
function withLoads(marks: Marks, event: Of<'loads-dropped'>, view: SideView): Marks {
  const loads = new Map(marks.loads.map((load) => [load.hex, load]));
  const { grid } = view.facts.map;
  const ring = ringOf(view);
  event.east.forEach((east, i) => {
    const hex = hexOf(grid, { east, north: event.north[i] ?? 0 });
    const here = loads.get(hex) ?? { hex, place: hexPoint(grid, hex), ground: groundOf(ring[hex]), bundles: 0, kilos: 0 };
    loads.set(hex, { ...here, bundles: here.bundles + 1, kilos: here.kilos + Math.round(event.kilos / event.east.length) });
  });
  return { ...marks, loads: [...loads.values()] };
}

function withStrip(marks: Marks, id: string, change: Partial<StripMark>): Marks {
  return { ...marks, strips: marks.strips.map((strip) => (strip.id === id ? { ...strip, ...change } : strip)) };
}

function withGun(marks: Marks, id: string, state: GunMark['state']): Marks {
  return { ...marks, guns: marks.guns.map((gun) => (gun.id === id && gun.state !== 'destroyed' ? { ...gun, state } : gun)) };
}

function begun(event: Of<'assault-began'>, view: SideView): AssaultMark {
  const post = view.posts.find(({ id }) => id === event.post);
  const waves = startsOf(event.lead, event.post, view);
  return {
    id: `${event.side}-${event.post}`,
    nation: event.side,
    post: event.post,
    to: post === undefined ? [0, 0] : pointOf(post),
    lead: waves,
    echelon: [],
  };
}

/** Where waves start: own men from where they stood at the end of the turn, the other side's along its trench. */
function startsOf(ids: readonly string[], postId: string, view: SideView): AssaultMark['lead'] {
  const post = view.posts.find(({ id }) => id === postId);
  if (post === undefined) return [];
  if (ids.length === 0) return [attackStart(view, post, 0, null)];
  return ids.map((id, i) => attackStart(view, post, i, view.units.find((unit) => unit.id === id)?.hex ?? null));
}

function withEchelon(marks: Marks, event: Of<'echelon-committed'>, view: SideView): Marks {
  const post = view.posts.find(({ id }) => id === event.post);
  if (post === undefined) return marks;
  const behind = (count: number): AssaultMark['lead'] =>
    event.units.length === 0 ? [attackStart(view, post, count, null)] : event.units.map((_, i) => attackStart(view, post, count + i, null));
  return {
    ...marks,
    assaults: marks.assaults.map((one) => (one.post === event.post && one.nation === event.side ? { ...one, echelon: behind(one.lead.length) } : one)),
  };
}

function dug(marks: Marks, id: string, headMetres: number, view: SideView): Marks {
  const approach = view.approaches.find((one) => one.id === id);
  if (approach === undefined || approach.lengthMetres <= 0) return marks;
  const share = Math.min(1, Math.max(0, (approach.lengthMetres - headMetres) / approach.lengthMetres));
  return { ...marks, trenches: marks.trenches.map((trench) => (trench.id === id ? { ...trench, dug: share } : trench)) };
}

/** One man's piece leaves its stack and stands in the new hex. */
function moved(counters: readonly CounterMark[], unit: string, hex: number, view: SideView): CounterMark[] {
  const from = counters.find(({ ids }) => ids.includes(unit));
  if (from === undefined) return counters.slice();
  const there = view.posts.find((post) => view.units.some(({ id, post: stands }) => id === unit && stands === post.id) && hexOf(view.facts.map.grid, post) === hex);
  const place = there === undefined ? hexPoint(view.facts.map.grid, hex) : pointOf(there);
  const alone: CounterMark = { ...from, id: `men-${unit}`, ids: [unit], count: 1, post: there?.id ?? null, place, moves: true };
  const left = from.ids.filter((id) => id !== unit);
  const rest = counters.flatMap((one) => (one !== from ? [one] : left.length === 0 ? [] : [{ ...one, ids: left, count: left.length }]));
  return [...rest, alone];
}
