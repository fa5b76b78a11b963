/** Checks across the files of what a long siege adds: strips, stores, aircraft and the men they bring, supply lines. */
import { below, oneOf, quote, type Where } from './problem.ts';
import type { AircraftEntry, BatteryEntry } from './schema.ts';
import { whereIs, type Siege } from './siege.ts';

type Tell = (where: Where, message: string, expected: string) => void;

/** Everything that a long siege has and a short one may not. */
export function checkLongSiege(siege: Siege, tell: Tell): void {
  checkCamps(siege, tell);
  checkStores(siege, tell);
  checkAircraft(siege, tell);
  checkJumpers(siege, tell);
  checkFlak(siege, tell);
  checkSupplyLine(siege, tell);
}

function checkCamps(siege: Siege, tell: Tell): void {
  const strips = siege.map.content.strips.map(({ id }) => id);
  for (const camp of siege.camps) {
    const where = whereIs(siege, camp);
    if (typeof camp.strip === 'string' && !strips.includes(camp.strip)) {
      tell(below(where, 'strip'), `no such strip ${quote(camp.strip)} on ${siege.map.file}`, strips.length === 0 ? 'null: this map has no strip' : oneOf(strips));
    }
    const home = siege.posts.find((post) => post.id === camp.commandPost)?.camp;
    if (home !== undefined && home !== camp.id && siege.camps.some(({ id }) => id === home)) {
      tell(below(where, 'commandPost'), `${quote(camp.commandPost)} belongs to ${quote(home)}`, 'a post of this camp');
    }
    const served = siege.dumps.some((dump) => dump.side === 'garrison' && dump.camp === camp.id);
    if (!served) tell(where, 'no dump serves this camp', `a dump of the garrison with "camp": ${quote(camp.id)}`);
  }
}

function checkStores(siege: Siege, tell: Tell): void {
  const camps = siege.camps.map(({ id }) => id);
  for (const dump of siege.dumps) {
    if (typeof dump.camp !== 'string') continue;
    const where = below(whereIs(siege, dump), 'camp');
    if (dump.side === 'besieger') tell(where, 'a dump of the besieger serves no camp', 'null');
    else if (!camps.includes(dump.camp)) tell(where, `no such id ${quote(dump.camp)}`, oneOf(camps));
  }
}

function checkAircraft(siege: Siege, tell: Tell): void {
  for (const one of siege.aircraft) {
    const where = whereIs(siege, one);
    if (one.role === 'transport' && one.loadKilos === 0 && one.men === 0) tell(where, 'a transport that carries neither freight nor men', 'loadKilos or men above nought');
    if (one.role === 'combat' && one.loadKilos + one.men > 0) tell(where, 'a combat aircraft with freight or men', 'loadKilos and men of nought');
    if (one.loadKilos === 0) continue;
    if (one.bundles === 0) tell(below(where, 'bundles'), 'freight without bundles', 'at least one bundle');
    if (one.bundles > one.loadKilos) tell(below(where, 'bundles'), 'bundles of less than a kilo', `at most ${String(one.loadKilos)}`);
  }
}

function carriesMen(one: AircraftEntry): boolean {
  return one.role === 'transport' && one.men > 0;
}

/** Men who jump are the garrison's, and something must fly them. */
function checkJumpers(siege: Siege, tell: Tell): void {
  const flown = siege.aircraft.some(carriesMen);
  for (const unit of siege.units.filter(({ jumps }) => jumps === true)) {
    const where = below(whereIs(siege, unit), 'jumps');
    if (unit.side === 'besieger') tell(where, 'a unit of the besieger jumps', 'false: the besieger has no aircraft');
    else if (!flown) tell(where, 'jumps, and no aircraft carries men', 'a transport with men above nought');
  }
  if (siege.individuals !== undefined && !flown) tell(below(siege.where, 'individuals'), 'single men jump, and no aircraft carries men', 'a transport with men above nought');
}

/** Whether a weapon fires at aircraft and at nothing else. */
function isFlak(siege: Siege, { weapon }: BatteryEntry): boolean {
  const value = siege.rules.weapons[weapon]?.flak?.value;
  return typeof value === 'number' && value > 0;
}

function checkFlak(siege: Siege, tell: Tell): void {
  for (const battery of siege.batteries) {
    if (battery.side === 'garrison' && isFlak(siege, battery)) {
      tell(below(whereIs(siege, battery), 'weapon'), `${quote(battery.weapon)} fires at aircraft, and the besieger has none`, 'another weapon');
    }
    const due = siege.formations.find((one) => one.side === battery.side && one.id === battery.formation)?.arrivesDay ?? 0;
    if ((battery.arrivesDay ?? 0) < due) tell(below(whereIs(siege, battery), 'arrivesDay'), 'arrives before its formation', `day ${String(due)} or later`);
  }
}

function checkSupplyLine(siege: Siege, tell: Tell): void {
  const { supplyLine: line } = siege;
  if (line === undefined) return;
  const where = below(siege.where, 'supplyLine');
  const dumps = siege.dumps.filter(({ side }) => side === 'besieger');
  const dump = dumps.find(({ id }) => id === line.dump);
  if (dump === undefined) tell(below(where, 'dump'), `no such id ${quote(line.dump)} among the besieger's dumps`, oneOf(dumps.map(({ id }) => id)));
  const weapons = Object.keys(siege.rules.weapons);
  for (const weapon of Object.keys(line.rounds)) {
    const at = below(where, 'rounds', weapon);
    if (!weapons.includes(weapon)) tell(at, `no such weapon in ${siege.rulesFile}`, oneOf(weapons));
    else if (dump !== undefined && !Object.hasOwn(dump.rounds, weapon)) tell(at, `${quote(dump.id)} holds no rounds of ${weapon}`, 'a weapon whose rounds this dump holds');
  }
}
