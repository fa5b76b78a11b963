/**
 * What things are called, from the viewpoint of one side: its own name first.
 *
 * A name that goes into a sentence is marked with the thing it means, so that the panels can set it in bold, tag
 * its language and link it to the map; `partsOf` takes the marks out again.
 */
import type { NamesBySide, Place, SideId, SideView, Words } from '../../engine/index.ts';
import { isKey, say, type Key } from './say.ts';
import type { Lang } from './language.ts';

/** What the words need of a siege to name its things; a view holds it, and so does a scenario. */
export interface Named {
  readonly posts: readonly ({ readonly id: string; readonly names: NamesBySide; readonly group: string } & Place)[];
  readonly units: readonly { readonly id: string; readonly name: string; readonly formation: string; readonly post: string | null }[];
  readonly batteries: readonly { readonly id: string; readonly name: string; readonly weapon: string }[];
  readonly formations: readonly { readonly id: string; readonly name: string }[];
  readonly approaches: readonly { readonly id: string; readonly post: string | null }[];
  readonly camps: readonly { readonly id: string; readonly name: Words }[];
  /** Aircraft that this viewpoint can tell apart. */
  readonly aircraft: readonly { readonly id: string; readonly name: Words }[];
  readonly strips: readonly { readonly id: string; readonly name: Words }[];
  /** Width of a hex of its map, in metres. */
  readonly hexMetres: number;
}

/** A named thing of the siege. */
export type ThingKind = 'post' | 'unit' | 'battery' | 'fix' | 'formation';

/** A piece of a sentence; with `kind` it names a thing. */
export interface Part {
  readonly text: string;
  readonly kind: ThingKind | null;
  readonly id: string;
}

/** Names for one viewpoint and language; `side` is null for one who looks from outside. */
export interface Names {
  readonly side: SideId | null;
  readonly lang: Lang;
  readonly hexMetres: number;
  /** Ground of one hex. */
  readonly hexHectares: number;
  post(id: string): string;
  /** What the other side calls it. */
  otherPost(id: string): string;
  unit(id: string, side?: SideId): string;
  battery(id: string): string;
  formation(id: string): string;
  /** The post towards which an approach leads; null for one over open ground, or where it is not known. */
  postOfApproach(id: string): string | null;
  camp(id: string): string;
  strip(id: string): string;
  aircraft(id: string): string;
  /** Rounds by their weapon, goods by their kind; the empty id is freight that nobody on this side has opened. */
  cargo(id: string): string;
  weapon(id: string): string;
  weaponShort(id: string): string;
  /** The post in which a unit stood at the beginning, else null. */
  postOf(unit: string): string | null;
  formationOf(unit: string): string | null;
  /** The post nearest to a place, with distance in metres and direction, in words. */
  near(place: Place): string;
}

/** A hex against the square on its width: rows lie closer than steps. */
const HEX_SHARE = 0.866;

const OPEN = '\u0001';
const CLOSE = '\u0002';

/** Names as they stand in these lists; `own` says whose names come first. */
export function namesOf(named: Named, side: SideId | null, lang: Lang, own: SideId = side ?? 'garrison'): Names {
  const other = own === 'garrison' ? 'besieger' : 'garrison';
  const posts = byId(named.posts);
  const units = byId(named.units);
  const batteries = byId(named.batteries);
  const formations = byId(named.formations);
  const approaches = byId(named.approaches);
  const [camps, aircraft, strips] = [byId(named.camps), byId(named.aircraft), byId(named.strips)];
  return {
    side,
    lang,
    hexMetres: named.hexMetres,
    hexHectares: (named.hexMetres * named.hexMetres * HEX_SHARE) / 10_000,
    post: (id) => marked('post', id, posts.get(id)?.names[own] ?? id),
    otherPost: (id) => posts.get(id)?.names[other] ?? id,
    unit: (id, of = other) => {
      const unit = units.get(id);
      return unit === undefined ? say(lang, `unit.other.${of}`) : marked('unit', id, inLanguage(unit.name, lang));
    },
    battery: (id) => {
      const battery = batteries.get(id);
      return battery === undefined ? say(lang, 'battery.other') : marked('battery', id, inLanguage(battery.name, lang));
    },
    formation: (id) => {
      const formation = formations.get(id);
      return formation === undefined ? say(lang, 'formation.other') : marked('formation', id, inLanguage(formation.name, lang));
    },
    postOfApproach: (id) => approaches.get(id)?.post ?? null,
    camp: (id) => camps.get(id)?.name[lang] ?? id,
    strip: (id) => strips.get(id)?.name[lang] ?? id,
    aircraft: (id) => aircraft.get(id)?.name[lang] ?? say(lang, 'aircraft.other'),
    cargo: (id) => (id === '' ? say(lang, 'cargo.other') : isKey(`good.${id}`) ? say(lang, `good.${id}` as Key) : weaponName(`weapon.${id}.short`, id, lang)),
    weapon: (id) => weaponName(`weapon.${id}`, id, lang),
    weaponShort: (id) => weaponName(`weapon.${id}.short`, id, lang),
    postOf: (id) => units.get(id)?.post ?? null,
    formationOf: (id) => units.get(id)?.formation ?? null,
    near: (place) => nearestWords(named, own, place, lang),
  };
}

/** The names that a side's view holds; units stand where they stood in `first`, the view before the first turn. */
export function namesInView(view: SideView, lang: Lang, first: SideView = view): Names {
  return namesOf({ ...namedIn(view), units: first.units }, view.side, lang);
}

/** Names for one who sees both sides, those of the reader's own tongue first; `first` are the views before the first turn. */
export function namesInBoth(garrison: SideView, besieger: SideView, lang: Lang, first: Readonly<Record<SideId, SideView>>): Names {
  const named = namedIn(garrison);
  return namesOf({
    ...named,
    units: [...first.garrison.units, ...first.besieger.units],
    batteries: [...garrison.batteries, ...besieger.batteries],
    formations: [...garrison.formations, ...besieger.formations],
    approaches: besieger.approaches,
  }, null, lang, lang === 'vi' ? 'besieger' : 'garrison');
}

function namedIn(view: SideView): Named {
  const { map, aircraft, camps } = view.facts;
  return { ...view, camps, aircraft, strips: map.strips, hexMetres: map.grid.stepMetres };
}

/** A sentence cut at the names in it. */
export function partsOf(sentence: string): readonly Part[] {
  return sentence.split(OPEN).flatMap((piece, index) => {
    if (index === 0) return piece === '' ? [] : [plain(piece)];
    const [mark = '', after = ''] = piece.split(CLOSE);
    const [kind = '', id = '', ...name] = mark.split('|');
    const part: Part = { text: name.join('|'), kind: kind as ThingKind, id };
    return after === '' ? [part] : [part, plain(after)];
  });
}

/** A sentence without marks. */
export function plainText(sentence: string): string {
  return partsOf(sentence).map((part) => part.text).join('');
}

function plain(text: string): Part {
  return { text, kind: null, id: '' };
}

// The marks are taken out of the name itself: a file's text must not end one early.
function marked(kind: ThingKind, id: string, name: string): string {
  const clean = (text: string): string => text.replaceAll(OPEN, '').replaceAll(CLOSE, '');
  return `${OPEN}${kind}|${clean(id).replaceAll('|', '')}|${clean(name)}${CLOSE}`;
}

function byId<Thing extends { readonly id: string }>(things: readonly Thing[]): ReadonlyMap<string, Thing> {
  return new Map(things.map((thing) => [thing.id, thing]));
}

function weaponName(key: string, id: string, lang: Lang): string {
  return isKey(key) ? say(lang, key) : id;
}

const EIGHTHS = ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'] as const;

function nearestWords(named: Named, own: SideId, place: Place, lang: Lang): string {
  let best: Named['posts'][number] | null = null;
  let metres = Infinity;
  for (const post of named.posts) {
    const distance = Math.hypot(post.east - place.east, post.north - place.north);
    if (distance >= metres) continue;
    metres = distance;
    best = post;
  }
  if (best === null) return say(lang, 'unknown');
  const name = marked('post', best.id, best.names[own]);
  if (metres < 100) return say(lang, 'words.at', { post: name });
  const turn = Math.atan2(place.east - best.east, place.north - best.north) / (Math.PI / 4);
  const eighth = EIGHTHS[(Math.round(turn) + 8) % 8] ?? 'north';
  const n = `${(Math.round(metres / 100) / 10).toFixed(1).replace('.', lang === 'en' ? '.' : ',')} km`;
  return say(lang, 'words.near', { n, direction: say(lang, `direction.${eighth}`), post: name });
}

/** Vietnamese words for kinds of units, which the other languages have their own words for; numbers stay. */
const KINDS: readonly (readonly [RegExp, Readonly<Record<'fr' | 'en', string>>])[] = [
  [/^Mặt trận /, { fr: 'Front de ', en: 'Front of ' }],
  [/^Đại đoàn công pháo (\d+)/, { fr: 'Division d’artillerie et du génie $1', en: 'Artillery and engineer division $1' }],
  [/^Đại đoàn (\d+)/, { fr: 'Division $1', en: 'Division $1' }],
  [/\btrung đoàn sơn pháo (\d+)/i, { fr: 'Régiment de montagne $1', en: 'Mountain artillery regiment $1' }],
  [/\btrung đoàn pháo (\d+)/i, { fr: 'Régiment d’artillerie $1', en: 'Artillery regiment $1' }],
  [/^Trung đoàn (\d+)/, { fr: 'Régiment $1', en: 'Regiment $1' }],
  [/^Tiểu đoàn (\d+)/, { fr: 'Bataillon $1', en: 'Battalion $1' }],
  [/^Đại đội sơn pháo (\d+) mm/, { fr: 'Batterie de montagne de $1', en: '$1 mm mountain battery' }],
  [/^Đại đội cối (\d+) mm/, { fr: 'Mortiers de $1', en: '$1 mm mortars' }],
  [/^Đại đội (\d+)/, { fr: 'Batterie $1', en: 'Battery $1' }],
  [/^Cối (\d+) mm/, { fr: 'Mortiers de $1', en: '$1 mm mortars' }],
  [/^ĐKZ (\d+) mm/, { fr: 'Sans recul de $1', en: '$1 mm recoilless' }],
  [/, trung đoàn (\d+)/, { fr: ', régiment $1', en: ', regiment $1' }],
  [/, đông\b/, { fr: ', est', en: ', east' }],
  [/\(thiếu\)/, { fr: '(incomplète)', en: '(part)' }],
];

function inLanguage(name: string, lang: Lang): string {
  if (lang === 'vi') return name;
  return KINDS.reduce((text, [pattern, words]) => text.replace(pattern, words[lang]), name);
}
