/**
 * The besieger's steady commander: dig until the assault is sure, soften, storm by night with an echelon behind,
 * break off what costs too much. It sees a view and nothing else.
 */
import { forecast, metresBetween } from '../engine/index.ts';
import type { Assault, PostView, SideView, UnitView } from '../engine/index.ts';
import type { Commander } from './commander.ts';
import { STEADY } from './doctrine.ts';
import { Draft, batteriesOf, freeUnits, stockOf, tens } from './draft.ts';

/** Plans one turn for the besieger. */
export const steady: Commander = (view) => {
  const draft = new Draft(view);
  const targets = view.posts.filter((post) => post.inTheatre && post.holder !== 'besieger');
  const ready = targets.filter((post) => headOf(view, post) <= STEADY.jumpOffMetres);
  for (const post of targets) breakOff(view, draft, post);
  const lodged = ready.filter((post) => post.lodgement >= STEADY.pursueLodged);
  if (view.night) stormNow(view, draft, ready);
  else if (lodged.length > 0) stormNow(view, draft, lodged);
  else prepareDusk(view, draft, ready);
  digCloser(view, draft, targets);
  return draft.plan();
};

/** Metres from the trench head to the wire. */
function headOf(view: SideView, post: PostView): number {
  const approach = view.approaches.find((one) => one.post === post.id);
  return approach === undefined ? metresBetween(post, { east: post.east + 2000, north: post.north }) : approach.lengthMetres - approach.dugMetres;
}

/** An assault that has paid much for little. */
function breakOff(view: SideView, draft: Draft, post: PostView): void {
  const own = view.assaults.find((one) => one.post === post.id && one.side === view.side)?.own;
  if (own === undefined || own === null) return;
  const lost = Math.floor((own.lost * 1000) / Math.max(1, own.men));
  const reserves = freeUnits(view).length > 0;
  if (lost < STEADY.breakOffLost || post.lodgement >= 400 || reserves) return draft.note('press-on', { lodgement: post.lodgement, lost }, { post: post.id });
  draft.add({ kind: 'break-off', post: post.id }, 'break-off', { lost: own.lost }, { post: post.id });
}

/** Dusk of a day turn: the preparation opens, and the garrison's guns are silenced before the night. */
function prepareDusk(view: SideView, draft: Draft, ready: readonly PostView[]): void {
  if (ready.length === 0 || !willing(view)) return;
  silence(view, draft, STEADY.duskPulse, Math.floor(STEADY.gunsShare / 2));
  soften(view, draft, ready, STEADY.duskPulse, STEADY.duskShare);
}

/** A regiment that is fit to storm. */
function willing(view: SideView): boolean {
  return view.formations.some((formation) => formation.kind === 'regiment' && formation.will >= STEADY.willToStorm);
}

/** Preparation in the first hour, then the assault, and fire to keep the post down while it goes on. */
function stormNow(view: SideView, draft: Draft, ready: readonly PostView[]): void {
  if (ready.length === 0) return;
  const free = freeUnits(view).filter((unit) => willOf(view, unit) >= STEADY.willToStorm);
  const targets = ready.filter((post) => view.assaults.every((one) => one.post !== post.id));
  silence(view, draft, 0, STEADY.gunsShare);
  soften(view, draft, [...targets, ...ready.filter((post) => !targets.includes(post))], 0, STEADY.nightShare);
  for (const wave of share(view, targets, free, draft)) storm(view, draft, wave);
}

function willOf(view: SideView, unit: UnitView): number {
  return view.formations.find(({ id }) => id === unit.formation)?.will ?? 0;
}

interface Wave {
  readonly post: PostView;
  readonly lead: UnitView[];
  readonly echelon: UnitView[];
}

/** One battalion to lead at each post, the nearest first; each further one goes where the odds are worst. */
function share(view: SideView, posts: readonly PostView[], units: readonly UnitView[], draft: Draft): Wave[] {
  const left = [...units];
  const waves = posts.map((post): Wave => ({ post, lead: takeNearest(view, left, post), echelon: [] })).filter(({ lead }) => lead.length > 0);
  while (left.length > 0) {
    const worst = waves.filter(({ lead, echelon }) => lead.length + echelon.length < MOST_BATTALIONS).sort((a, b) => chanceOf(view, draft, a) - chanceOf(view, draft, b))[0];
    if (worst === undefined) break;
    const [unit] = takeNearest(view, left, worst.post);
    if (unit !== undefined) (worst.lead.length < 2 ? worst.lead : worst.echelon).push(unit);
  }
  return waves;
}

/** More than this get into each other's way before one post. */
const MOST_BATTALIONS = 4;

/** Wins in a hundred, as the staff reckons. */
function chanceOf(view: SideView, draft: Draft, wave: Wave): number {
  return forecast(view, orderOf(wave), draft.given())?.inHundred ?? 0;
}

function orderOf({ post, lead, echelon }: Wave): Assault {
  return {
    kind: 'assault', post: post.id, lead: lead.map(({ id }) => id), echelon: echelon.map(({ id }) => id),
    from: STEADY.stormPulse, echelonAfter: STEADY.echelonAfter,
  };
}

function takeNearest(view: SideView, left: UnitView[], post: PostView): UnitView[] {
  const metres = (unit: UnitView): number => stepsTo(view, unit, post);
  const nearest = [...left].sort((a, b) => metres(a) - metres(b) || (a.id < b.id ? -1 : 1))[0];
  if (nearest === undefined) return [];
  left.splice(left.indexOf(nearest), 1);
  return [nearest];
}

function stepsTo(view: SideView, unit: UnitView, post: PostView): number {
  const { cols } = view.facts.map.grid;
  const col = Math.abs((unit.hex % cols) - (post.hex % cols));
  const row = Math.abs(Math.floor(unit.hex / cols) - Math.floor(post.hex / cols));
  return Math.max(row, col + Math.ceil(row / 2));
}

function storm(view: SideView, draft: Draft, wave: Wave): void {
  const inHundred = chanceOf(view, draft, wave);
  const metres = headOf(view, wave.post);
  if (inHundred < STEADY.wantedInHundred) return draft.note('storm-waits', { metres, inHundred, wanted: STEADY.wantedInHundred }, { post: wave.post.id });
  draft.add(orderOf(wave), 'storm-now', { metres, inHundred }, { post: wave.post.id });
}

/** Shells on the posts, so much of each weapon's stock, evenly. */
function soften(view: SideView, draft: Draft, posts: readonly PostView[], from: number, part: number): void {
  if (posts.length === 0) return;
  for (const weapon of view.weapons) {
    if (batteriesOf(view, weapon).length === 0) continue;
    const rounds = tens((stockOf(view, weapon) * part) / 1000 / posts.length);
    if (rounds === 0) continue;
    for (const post of posts) draft.add({ kind: 'bombard', target: { kind: 'post', id: post.id }, weapon, rounds, from }, 'soften-post', { rounds, works: post.works }, { post: post.id, weapon });
  }
}

/** Howitzers on the guns that could break the assault: those whose shells reach the posts. */
function silence(view: SideView, draft: Draft, from: number, part: number): void {
  const weapon = howitzers(view);
  if (weapon === null) return;
  const fixes = view.fixes.filter((fix) => (view.facts.rules.weapons[fix.weapon]?.range ?? 0) >= MORTAR_METRES).slice(0, 4);
  const rounds = fixes.length === 0 ? 0 : tens((stockOf(view, weapon) * part) / 1000 / fixes.length);
  if (rounds === 0) return;
  for (const fix of fixes) draft.add({ kind: 'counter-battery', fix: fix.id, weapon, rounds, from }, 'silence-guns', { rounds }, { fix: fix.id, weapon });
}

/** Weapons that reach farther than this are worth a howitzer's shells. */
const MORTAR_METRES = 5000;

/** The farthest-reaching weapon of the side. */
function howitzers(view: SideView): string | null {
  const reach = (weapon: string): number => view.facts.rules.weapons[weapon]?.range ?? 0;
  return view.weapons.filter((weapon) => batteriesOf(view, weapon).length > 0).sort((a, b) => reach(b) - reach(a))[0] ?? null;
}

/** Battalions that do nothing else dig, two at the nearest trench heads first. */
function digCloser(view: SideView, draft: Draft, targets: readonly PostView[]): void {
  const used = draft.given().flatMap((order) => (order.kind === 'assault' ? [...order.lead, ...order.echelon] : []));
  const left = freeUnits(view).filter((unit) => unit.post === null && !used.includes(unit.id));
  for (const post of targets) {
    const metres = headOf(view, post);
    if (metres <= 0 || left.length === 0) continue;
    const units = [...takeNearest(view, left, post), ...takeNearest(view, left, post)].map(({ id }) => id);
    draft.add({ kind: 'dig', post: post.id, units }, 'dig-closer', { metres, battalions: units.length }, { post: post.id });
  }
}
