/** Men as a view knows them: one piece for each place and side, however many units stand there. */
import { otherSide, type ContactView, type PostView, type SideView, type UnitView } from '../../engine/index.ts';
import { recentContacts } from '../../session/recent-contacts.ts';
import type { XY } from '../geometry/lines.ts';
import { hexPoint, pointOf } from './places.ts';
import type { CounterMark, PieceArm } from './marks.ts';

/** Pieces of one's own men, of men of the other side that were seen, and of its posts that are known to be manned. */
export function counterMarks(view: SideView): CounterMark[] {
  return [...ownPieces(view), ...seenPieces(view), ...mannedPosts(view)];
}

function ownPieces(view: SideView): CounterMark[] {
  const places = new Map<string, UnitView[]>();
  for (const unit of view.units) {
    if (unit.men <= 0 || unit.duty === 'gone') continue;
    const key = unit.post ?? `hex-${String(unit.hex)}`;
    places.set(key, [...(places.get(key) ?? []), unit]);
  }
  return [...places].map(([key, units]) => ownPiece(view, key, units));
}

function ownPiece(view: SideView, key: string, units: readonly UnitView[]): CounterMark {
  const post = view.posts.find(({ id }) => id === key);
  const lead = units.reduce((most, unit) => (unit.men > most.men ? unit : most));
  return {
    id: `men-${key}`,
    ids: units.map(({ id }) => id),
    post: post?.id ?? null,
    place: post === undefined ? hexPoint(view.facts.map.grid, lead.hex) : standing(view.side, post),
    nation: view.side,
    own: true,
    arm: armOf(lead.arm),
    echelon: lead.kind,
    pips: quarters(units),
    count: units.length,
    age: null,
    moves: units.some(({ march }) => march !== null),
  };
}

/** In the middle of a post; its stormers, at the edge they hold. */
function standing(side: SideView['side'], post: PostView): XY {
  const inIt = side === 'garrison' || post.holder === 'besieger';
  return inIt ? pointOf(post) : [post.east, post.north + Math.round(post.widthMetres / 2)];
}

/** Men fit to fight against men at the start, in quarters, one at least while there are any. */
export function quarters(units: readonly Pick<UnitView, 'men' | 'menAtStart'>[]): number {
  const men = units.reduce((sum, unit) => sum + unit.men, 0);
  const start = units.reduce((sum, unit) => sum + unit.menAtStart, 0);
  return start <= 0 ? 0 : Math.min(4, Math.max(1, Math.ceil((men * 4) / start - 0.001)));
}

function armOf(arm: UnitView['arm']): PieceArm {
  switch (arm) {
    case 'infantry':
    case 'partisans': return 'infantry';
    case 'parachute': return 'parachute';
    case 'engineers': return 'engineers';
    case 'services': return 'supply';
  }
}

function seenPieces(view: SideView): CounterMark[] {
  const places = new Map<number, ContactView[]>();
  for (const contact of recentContacts(view)) places.set(contact.hex, [...(places.get(contact.hex) ?? []), contact]);
  return [...places].map(([hex, contacts]) => {
    const newest = contacts.reduce((last, contact) => (contact.turn > last.turn ? contact : last));
    return {
      ...otherPiece(view, `seen-${String(hex)}`, newest.turn),
      ids: contacts.map(({ id }) => id),
      post: null,
      place: hexPoint(view.facts.map.grid, hex),
      echelon: newest.kind,
      count: contacts.length,
    };
  });
}

function mannedPosts(view: SideView): CounterMark[] {
  return view.posts
    .filter(({ exact, men }) => !exact && men > 0)
    .map((post) => ({
      ...otherPiece(view, `manned-${post.id}`, post.seenTurn),
      ids: [post.id],
      post: post.id,
      place: pointOf(post),
      echelon: post.men > 300 ? 'battalion' : 'company',
      count: 1,
    }));
}

function otherPiece(view: SideView, id: string, turn: number): Pick<CounterMark, 'id' | 'nation' | 'own' | 'arm' | 'pips' | 'age' | 'moves'> {
  const age = view.turn - 1 - turn;
  return { id, nation: otherSide(view.side), own: false, arm: 'infantry', pips: null, age: age <= 0 ? null : age, moves: false };
}
