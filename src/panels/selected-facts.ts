/** The facts of one thing on the map, in words and gauges: for the card of what is selected and for the map in words. */
import type { SideView } from '../engine/index.ts';
import type { Selection } from './desk.ts';
import { placeOfHex } from './map-cursor.ts';
import { shortDateOf } from './text/dates.ts';
import type { Names } from './text/names.ts';
import { count, metres, number, ofHundred, percent } from './text/numbers.ts';
import { say } from './text/say.ts';

/** A fact with a gauge; `part` runs from 0 to 1. */
export interface Meter {
  readonly label: string;
  readonly part: number;
  readonly shown: string;
  readonly tone: 'garrison' | 'besieger' | 'well' | 'amber';
}

/** Everything the card of a selected thing says. */
export interface SelectedFacts {
  readonly title: string;
  /** What the other side calls it, or empty. */
  readonly other: string;
  readonly second: string;
  readonly tags: readonly string[];
  readonly meters: readonly Meter[];
  /** An estimate, with its age; empty for what is counted. */
  readonly estimate: string;
}

/** The facts of what is selected, or null when it is no longer there. */
export function factsOf(selection: Selection, view: SideView, names: Names): SelectedFacts | null {
  switch (selection.kind) {
    case 'post':
      return postFacts(selection.id, view, names);
    case 'unit':
      return unitFacts(selection.id, view, names);
    case 'battery':
      return batteryFacts(selection.id, view, names);
    case 'fix':
      return fixFacts(selection.id, view, names);
    case 'contact':
      return contactFacts(selection.id, view, names);
    case 'hex':
      return hexFacts(Number(selection.id), view, names);
  }
}

function postFacts(id: string, view: SideView, names: Names): SelectedFacts | null {
  const post = view.posts.find((one) => one.id === id);
  if (post === undefined) return null;
  const { lang } = names;
  const assault = view.assaults.some((one) => one.post === id && one.ended === 'no');
  const most = Math.max(post.men, 1, ...view.posts.map((one) => one.men));
  const meters: Meter[] = [
    { label: say(lang, 'selected.men'), part: post.men / most, shown: number(lang, post.men), tone: view.side },
    { label: say(lang, 'selected.works'), part: post.works / 1000, shown: ofHundred(lang, post.works), tone: 'well' },
    { label: say(lang, 'selected.wire'), part: post.wire / 1000, shown: ofHundred(lang, post.wire), tone: 'well' },
  ];
  if (post.exact) meters.push({ label: say(lang, 'selected.kept-down'), part: post.suppression / 1000, shown: ofHundred(lang, post.suppression), tone: 'amber' });
  if (post.lodgement > 0) meters.push({ label: say(lang, 'selected.lodgement'), part: post.lodgement / 1000, shown: ofHundred(lang, post.lodgement), tone: 'besieger' });
  return {
    title: names.post(id),
    other: names.otherPost(id),
    second: trenchWords(id, view, names),
    tags: [say(lang, `words.holder.${post.holder}`), ...(assault ? [say(lang, 'words.assault')] : []), ...coverTag(post.coverCentimetres, names)],
    meters,
    estimate: post.exact ? '' : seenWords(post.seenTurn, view, names),
  };
}

function coverTag(centimetres: number | null, { lang }: Names): readonly string[] {
  return centimetres === null ? [] : [`${say(lang, 'selected.cover')} ${say(lang, 'unit.centimetres', { n: number(lang, centimetres) })}`];
}

/** The distance of the nearest trench head to the wire of a post, in words. */
export function trenchWords(post: string, view: SideView, names: Names): string {
  const heads = view.approaches.filter((approach) => approach.post === post && approach.dugMetres > 0).map((approach) => approach.lengthMetres - approach.dugMetres);
  if (heads.length === 0) return say(names.lang, 'words.no-trench');
  return say(names.lang, view.side === 'besieger' ? 'words.trench.own' : 'words.trench', { n: metres(names.lang, Math.max(0, Math.min(...heads))) });
}

function seenWords(turn: number, view: SideView, { lang }: Names): string {
  return say(lang, 'selected.estimate', { when: shortDateOf(lang, view.facts.calendar, turn) });
}

function unitFacts(id: string, view: SideView, names: Names): SelectedFacts | null {
  const unit = view.units.find((one) => one.id === id);
  if (unit === undefined) return null;
  const { lang } = names;
  const tone = unit.cohesion < view.facts.rules.morale.breakAt + 150 ? 'amber' : 'well';
  return {
    title: names.unit(id),
    other: '',
    second: [names.formation(unit.formation), unit.post === null ? '' : say(lang, 'words.at', { post: names.post(unit.post) })].filter((text) => text !== '').join(' · '),
    tags: [say(lang, `duty.${unit.duty}`)],
    meters: [
      { label: say(lang, 'selected.men'), part: unit.men / Math.max(1, unit.menAtStart), shown: number(lang, unit.men), tone: view.side },
      { label: say(lang, 'selected.cohesion'), part: unit.cohesion / 1000, shown: ofHundred(lang, unit.cohesion), tone },
      { label: say(lang, 'selected.wounded'), part: unit.wounded / Math.max(1, unit.menAtStart), shown: number(lang, unit.wounded), tone: 'amber' },
      { label: say(lang, 'selected.quality'), part: unit.quality / 1000, shown: ofHundred(lang, unit.quality), tone: 'well' },
    ],
    estimate: '',
  };
}

function batteryFacts(id: string, view: SideView, names: Names): SelectedFacts | null {
  const battery = view.batteries.find((one) => one.id === id);
  if (battery === undefined) return null;
  const { lang } = names;
  return {
    title: names.battery(id),
    other: '',
    second: `${names.weapon(battery.weapon)} · ${names.near(battery)}`,
    tags: [say(lang, `cover.${battery.cover}`)],
    meters: [
      { label: say(lang, 'selected.tubes'), part: battery.tubes / Math.max(1, battery.tubesAtStart), shown: `${number(lang, battery.tubes)}/${number(lang, battery.tubesAtStart)}`, tone: view.side },
      { label: say(lang, 'selected.ready'), part: battery.ready / Math.max(1, battery.tubesAtStart * view.facts.rules.supply.readyCap), shown: number(lang, battery.ready), tone: 'well' },
      { label: say(lang, 'selected.gunners'), part: battery.gunners / Math.max(1, battery.gunners + battery.wounded), shown: number(lang, battery.gunners), tone: view.side },
      { label: say(lang, 'selected.wounded'), part: battery.wounded / Math.max(1, battery.gunners + battery.wounded), shown: number(lang, battery.wounded), tone: 'amber' },
    ],
    estimate: '',
  };
}

function fixFacts(id: string, view: SideView, names: Names): SelectedFacts | null {
  const fix = view.fixes.find((one) => one.id === id);
  if (fix === undefined) return null;
  const { lang } = names;
  return {
    title: names.weapon(fix.weapon),
    other: '',
    second: names.near(fix),
    tags: [`${say(lang, 'selected.error')} ${metres(lang, fix.errorMetres)}`],
    meters: [],
    estimate: seenWords(fix.turn, view, names),
  };
}

function contactFacts(id: string, view: SideView, names: Names): SelectedFacts | null {
  const contact = view.contacts.find((one) => one.id === id);
  if (contact === undefined) return null;
  const { lang } = names;
  return {
    title: say(lang, `words.${contact.kind}`),
    other: '',
    second: count(lang, 'men', contact.men),
    tags: [],
    meters: [],
    estimate: seenWords(contact.turn, view, names),
  };
}

function hexFacts(hex: number, view: SideView, names: Names): SelectedFacts {
  const place = names.near(placeOfHex(view, hex));
  return { title: say(names.lang, 'map.open-ground', { place }), other: '', second: '', tags: [], meters: [], estimate: '' };
}

/** Works and wire of a post in one clause, for the map in words. */
export function postClause(post: SideView['posts'][number], { lang }: Names): string {
  return `${say(lang, 'selected.works')} ${percent(lang, post.works)}, ${say(lang, 'selected.wire').toLowerCase()} ${percent(lang, post.wire)}`;
}
