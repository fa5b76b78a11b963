/** The map in words: sector, post, then its facts in a fixed order; everything that the picture says, from the same view. */
import { centreOf, type Place, type SideView } from '../engine/index.ts';
import { recentContacts } from '../session/recent-contacts.ts';
import type { Play, Selection } from './desk.ts';
import { orderWords } from './text/order-words.ts';
import { postClause, trenchWords } from './selected-facts.ts';
import { shortDateOf } from './text/dates.ts';
import { plainText, type Names } from './text/names.ts';
import { count, metres, percent } from './text/numbers.ts';
import { say } from './text/say.ts';

/** A branch of the tree; leaves can be chosen, as on the map. */
export interface MapBranch {
  readonly title: string;
  readonly leaves: readonly MapLeaf[];
}

export interface MapLeaf {
  readonly selection: Selection;
  readonly name: string;
  readonly facts: readonly string[];
}

/** The tree of one side's view: posts of this fight first, then the others, guns, and what is known of the other side. */
export function mapInWords(view: SideView, names: Names, play: Pick<Play, 'orders'>): readonly MapBranch[] {
  const { lang } = names;
  const groups = [...new Set([...view.posts].sort((a, b) => Number(b.inTheatre) - Number(a.inTheatre)).map((post) => post.group))];
  const branches: MapBranch[] = groups.map((group) => {
    const posts = view.posts.filter((post) => post.group === group);
    return { title: say(lang, 'words.group', { name: groupName(posts, view) }), leaves: posts.map((post) => postLeaf(post, view, names, play)) };
  });
  const open = view.units.filter((unit) => unit.post === null && unit.men > 0);
  return [
    ...branches,
    { title: say(lang, 'words.elsewhere'), leaves: open.map((unit) => unitLeaf(unit, view, names)) },
    { title: say(lang, 'words.guns'), leaves: view.batteries.map((battery) => batteryLeaf(battery, names)) },
    { title: say(lang, 'words.contacts'), leaves: recentContacts(view).map((contact) => contactLeaf(contact, view, names)) },
    { title: say(lang, 'words.fixes'), leaves: view.fixes.map((fix) => fixLeaf(fix, view, names)) },
  ].filter((branch) => branch.leaves.length > 0);
}

/** What the names of a group of posts begin with alike: "Béatrice". */
function groupName(posts: SideView['posts'], view: SideView): string {
  const all = posts.map((post) => post.names[view.side]);
  const [first = ''] = all;
  let length = first.length;
  while (length > 0 && !all.every((name) => name.startsWith(first.slice(0, length)))) length -= 1;
  const shared = first.slice(0, length).replace(/[\s(\d]+$/, '');
  return shared.length > 2 ? shared : all.slice(0, 2).join(', ');
}

function postLeaf(post: SideView['posts'][number], view: SideView, names: Names, play: Pick<Play, 'orders'>): MapLeaf {
  const { lang } = names;
  const units = view.units.filter((unit) => unit.post === post.id && unit.men > 0);
  const assault = view.assaults.some((one) => one.post === post.id && one.ended === 'no');
  const orders = play.orders.filter((order) => ('post' in order && order.post === post.id) || ('target' in order && 'id' in order.target && order.target.id === post.id));
  const facts = [
    say(lang, `words.holder.${post.holder}`),
    assault ? `${say(lang, 'words.assault')}, ${say(lang, 'selected.lodgement').toLowerCase()} ${percent(lang, post.lodgement)}` : '',
    units.length > 0 ? units.map((unit) => `${plainText(names.unit(unit.id))}, ${count(lang, 'men', unit.men)}`).join('; ') : count(lang, 'men', post.men),
    postClause(post, names),
    post.exact ? '' : say(lang, 'words.seen', { when: shortDateOf(lang, view.facts.calendar, post.seenTurn) }),
    trenchWords(post.id, view, names),
    ...orders.map((order) => plainText(orderWords(order, names, view).title)),
  ];
  const other = names.otherPost(post.id);
  const own = plainText(names.post(post.id));
  return { selection: { kind: 'post', id: post.id }, name: other === own ? own : `${own}, ${other}`, facts: facts.filter((fact) => fact !== '') };
}

function unitLeaf(unit: SideView['units'][number], view: SideView, names: Names): MapLeaf {
  const { lang } = names;
  const place = centre(view, unit.hex);
  return {
    selection: { kind: 'unit', id: unit.id },
    name: plainText(names.unit(unit.id)),
    facts: [say(lang, `duty.${unit.duty}`), count(lang, 'men', unit.men), plainText(names.near(place))],
  };
}

function batteryLeaf(battery: SideView['batteries'][number], names: Names): MapLeaf {
  const { lang } = names;
  return {
    selection: { kind: 'battery', id: battery.id },
    name: plainText(names.battery(battery.id)),
    facts: [
      say(lang, 'stores.tubes', { n: battery.tubes, all: battery.tubesAtStart }), say(lang, `cover.${battery.cover}`),
      count(lang, 'rounds', battery.ready), plainText(names.near(battery)),
    ],
  };
}

function contactLeaf(contact: SideView['contacts'][number], view: SideView, names: Names): MapLeaf {
  const { lang } = names;
  return {
    selection: { kind: 'contact', id: contact.id },
    name: say(lang, `words.${contact.kind}`),
    facts: [count(lang, 'men', contact.men), plainText(names.near(centre(view, contact.hex))), seen(contact.turn, view, names)],
  };
}

function fixLeaf(fix: SideView['fixes'][number], view: SideView, names: Names): MapLeaf {
  const { lang } = names;
  const error = `${say(lang, 'selected.error').toLowerCase()} ${metres(lang, fix.errorMetres)}`;
  return { selection: { kind: 'fix', id: fix.id }, name: names.weapon(fix.weapon), facts: [plainText(names.near(fix)), error, seen(fix.turn, view, names)] };
}

function seen(turn: number, view: SideView, { lang }: Names): string {
  return say(lang, 'words.seen', { when: shortDateOf(lang, view.facts.calendar, turn) });
}

function centre(view: SideView, hex: number): Place {
  return centreOf(view.facts.map.grid, hex);
}
