/** Checks across the files of a siege: what one entry says of another, and figures that must agree. */
import type { SideId } from '../engine/index.ts';
import { checkBounds, checkSources } from './figures.ts';
import { below, oneOf, problemAt, quote, type Problem, type Where } from './problem.ts';
import { checkLongSiege } from './references-siege.ts';
import type { FormationEntry } from './schema.ts';
import { LIST_NAMES, whereIs, type Siege } from './siege.ts';

type Entry = { readonly id: string };
type Tell = (where: Where, message: string, expected: string) => void;

/** Everything in a gathered siege that no single file shows to be wrong. */
export function checkReferences(siege: Siege): Problem[] {
  const problems: Problem[] = [];
  const tell: Tell = (where, message, expected) => problems.push(problemAt(where, message, expected));
  checkIds(siege, tell);
  checkPosts(siege, tell);
  checkFormations(siege, tell);
  checkUnits(siege, tell);
  checkBatteries(siege, tell);
  checkTrenches(siege, tell);
  checkTerms(siege, tell);
  checkLongSiege(siege, tell);
  checkBounds(siege, tell);
  checkSources(siege, tell);
  return problems;
}

function checkIds(siege: Siege, tell: Tell): void {
  for (const name of LIST_NAMES) {
    const seen = new Map<string, Where>();
    for (const entry of siege[name] as readonly Entry[]) {
      const where = below(whereIs(siege, entry), 'id');
      const first = seen.get(entry.id);
      if (first === undefined) seen.set(entry.id, where);
      else tell(where, `${quote(entry.id)} stands twice`, `an id that is not at ${first.path} of ${first.file}`);
    }
  }
}

function refer(entries: readonly Entry[], id: string, where: Where, tell: Tell): boolean {
  const isThere = entries.some((entry) => entry.id === id);
  if (!isThere) tell(where, `no such id ${quote(id)}`, oneOf(entries.map((entry) => entry.id)));
  return isThere;
}

/** Posts that stand on the first day. */
function standing(siege: Siege): readonly Entry[] {
  return siege.posts.filter((post) => (post.standsFromDay ?? 0) === 0);
}

function checkPosts(siege: Siege, tell: Tell): void {
  if (siege.posts.length === 0) tell(siege.where, 'holds no posts', 'at least one post');
  for (const post of siege.posts) refer(siege.camps, post.camp, below(whereIs(siege, post), 'camp'), tell);
  for (const camp of siege.camps) refer(standing(siege), camp.commandPost, below(whereIs(siege, camp), 'commandPost'), tell);
}

function checkFormations(siege: Siege, tell: Tell): void {
  for (const formation of siege.formations) {
    const where = whereIs(siege, formation);
    if (!comesByParachute(siege, formation)) checkSeat(siege, formation, where, tell);
    if (formation.parent === null) continue;
    const peers = siege.formations.filter((one) => one.side === formation.side);
    if (refer(peers, formation.parent, below(where, 'parent'), tell) && isOwnSuperior(siege.formations, formation)) {
      tell(below(where, 'parent'), `${quote(formation.id)} stands above itself`, 'a chain of command that ends at the top');
    }
  }
}

/** A battalion whose men all wait at the bases has its headquarters with them. */
function comesByParachute(siege: Siege, formation: FormationEntry): boolean {
  const own = siege.units.filter((unit) => unit.formation === formation.id);
  return own.length > 0 && own.every(({ jumps }) => jumps === true);
}

function isOwnSuperior(all: readonly FormationEntry[], formation: FormationEntry): boolean {
  let next = formation.parent;
  for (let steps = 0; next !== null && steps <= all.length; steps += 1) {
    if (next === formation.id) return true;
    const above: string = next;
    next = all.find((one) => one.id === above)?.parent ?? null;
  }
  return false;
}

interface Seated {
  readonly side: SideId;
  readonly post?: string | null | undefined;
  readonly place?: object | null | undefined;
}

/** The garrison sits in posts, the besieger at places. */
function checkSeat(siege: Siege, seated: Seated, where: Where, tell: Tell): void {
  if (typeof seated.post === 'string') {
    if (seated.side === 'besieger') tell(below(where, 'post'), 'the besieger holds no post at the start', 'a place');
    else refer(standing(siege), seated.post, below(where, 'post'), tell);
  } else if (seated.place === null || seated.place === undefined) {
    tell(where, 'has neither post nor place', seated.side === 'garrison' ? 'a post' : 'a place');
  }
}

function checkUnits(siege: Siege, tell: Tell): void {
  for (const unit of siege.units) {
    const where = whereIs(siege, unit);
    if (unit.jumps !== true) checkSeat(siege, unit, where, tell);
    const peers = siege.formations.filter((one) => one.side === unit.side);
    if (!refer(peers, unit.formation, below(where, 'formation'), tell)) continue;
    const due = peers.find((one) => one.id === unit.formation)?.arrivesDay ?? 0;
    if ((unit.arrivesDay ?? 0) < due) tell(below(where, 'arrivesDay'), 'arrives before its formation', `day ${String(due)} or later`);
  }
}

function checkBatteries(siege: Siege, tell: Tell): void {
  const weapons = Object.keys(siege.rules.weapons);
  for (const battery of siege.batteries) {
    const where = whereIs(siege, battery);
    const peers = siege.formations.filter((one) => one.side === battery.side);
    const dumps = siege.dumps.filter((one) => one.side === battery.side);
    refer(peers, battery.formation, below(where, 'formation'), tell);
    if (typeof battery.post === 'string') refer(standing(siege), battery.post, below(where, 'post'), tell);
    const isKnown = weapons.includes(battery.weapon);
    if (!isKnown) tell(below(where, 'weapon'), `no such weapon ${quote(battery.weapon)} in ${siege.rulesFile}`, oneOf(weapons));
    if (!refer(dumps, battery.dump, below(where, 'dump'), tell) || !isKnown) continue;
    const rounds = dumps.find((one) => one.id === battery.dump)?.rounds ?? {};
    if (!Object.hasOwn(rounds, battery.weapon)) tell(below(where, 'dump'), `${quote(battery.dump)} holds no rounds of ${battery.weapon}`, 'a dump with rounds for this weapon');
  }
  for (const dump of siege.dumps) {
    for (const weapon of Object.keys(dump.rounds).filter((one) => !weapons.includes(one))) {
      tell(below(whereIs(siege, dump), 'rounds', weapon), `no such weapon in ${siege.rulesFile}`, oneOf(weapons));
    }
  }
}

function checkTrenches(siege: Siege, tell: Tell): void {
  for (const approach of siege.approaches) {
    const where = whereIs(siege, approach);
    const post = siege.posts.find((one) => one.id === approach.post);
    if (!refer(siege.posts, approach.post, below(where, 'post'), tell) || post === undefined) continue;
    const metres = Math.floor(Math.hypot(approach.from.east - post.east, approach.from.north - post.north));
    if (approach.headMetres > metres) tell(below(where, 'headMetres'), `the head lies behind its beginning, ${String(metres)} m from the post`, `at most ${String(metres)}`);
  }
}

function checkTerms(siege: Siege, tell: Tell): void {
  const { victory, calendar } = siege;
  if (!isDay(calendar.firstDay)) tell(below(siege.where, 'calendar', 'firstDay'), `there is no day ${calendar.firstDay}`, 'a day of the calendar');
  const where = below(siege.where, 'victory');
  victory.posts.forEach((post, index) => refer(standing(siege), post, below(where, 'posts', index), tell));
  for (const key of ['besiegerTakes', 'garrisonHolds'] as const) {
    const most = victory.posts.length;
    if (victory[key] > most) tell(below(where, key), `more than the ${String(most)} posts that count`, `at most ${String(most)}`);
  }
  siege.theatre.forEach((post, index) => refer(standing(siege), post, below(siege.where, 'theatre', index), tell));
}

function isDay(date: string): boolean {
  const time = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
}
