/** From a gathered siege to the shape that the engine reads: only facts and figures, nothing that is still to come. */
import { GOODS } from '../engine/index.ts';
import type { Goods, MapFacts, NamesBySide, Rules, Scenario } from '../engine/index.ts';
import { turnOfDay } from './calendar.ts';
import type { RuleGroups } from './schema-rules.ts';
import type { PostEntry } from './schema.ts';
import type { Siege } from './siege.ts';

/** The siege as the engine reads it. Call it only for a siege without problems. */
export function compileScenario(siege: Siege): Scenario {
  const { id, title, briefing, sides, calendar, victory, commanders, theatre } = siege;
  const { opening, mud, shiftDays, valley, bases } = siege.climate;
  const lastDay = Math.floor((calendar.turns - 1) / 2);
  return {
    id, title, briefing, sides, calendar, victory, commanders, theatre,
    climate: { opening, mud, shiftDays, valley, bases },
    map: mapOf(siege),
    rules: rulesOf(siege),
    posts: siege.posts.map((post) => postOf(post, lastDay)),
    camps: siege.camps.map((one) => ({ id: one.id, name: one.name, commandPost: one.commandPost, strip: one.strip ?? null, labourers: one.labourers ?? 0 })),
    aircraft: siege.aircraft.map((one) => ({
      id: one.id, name: one.name, role: one.role, sorties: one.sorties, loadKilos: one.loadKilos, bundles: one.bundles, men: one.men,
      stickMetres: one.stickMetres, lands: one.lands, vulnerability: one.vulnerability,
    })),
    supplyLine: supplyOf(siege),
    individuals: siege.individuals === undefined ? null : { perDay: siege.individuals.perDay, quality: siege.individuals.quality },
    conference: conferenceOf(siege),
    formations: siege.formations.map((one) => ({
      id: one.id, side: one.side, name: one.name, kind: one.kind, parent: one.parent,
      post: one.post ?? null, place: one.place ?? null, will: one.will ?? 0,
    })),
    units: siege.units.map((one) => ({
      id: one.id, side: one.side, name: one.name, kind: one.kind, arm: one.arm, formation: one.formation, men: one.men,
      quality: one.quality, cohesion: one.cohesion, post: one.post ?? null, place: one.place ?? null, reserve: one.reserve ?? false,
      tanks: one.tanks ?? 0, arrivesTurn: turnOfDay(calendar, one.arrivesDay), jumps: one.jumps ?? false,
    })),
    batteries: siege.batteries.map((one) => ({
      id: one.id, side: one.side, name: one.name, weapon: one.weapon, formation: one.formation, tubes: one.tubes, gunners: one.gunners,
      east: one.east, north: one.north, cover: one.cover, post: one.post ?? null, known: one.known, dump: one.dump, arrivesTurn: turnOfDay(calendar, one.arrivesDay),
    })),
    dumps: siege.dumps.map((one) => ({ id: one.id, side: one.side, name: one.name, rounds: one.rounds, goods: goodsOf(one.goods), camp: one.camp ?? null })),
    approaches: siege.approaches.map(({ id: approach, post, from, headMetres }) => ({ id: approach, post, from, headMetres })),
    observers: siege.observers.map(({ id: observer, side, east, north }) => ({ id: observer, side, east, north })),
  };
}

function goodsOf(goods: Siege['dumps'][number]['goods']): Goods {
  const given: Readonly<Record<string, number | undefined>> = goods ?? {};
  return Object.fromEntries(GOODS.map((good) => [good, given[good] ?? 0])) as unknown as Goods;
}

function supplyOf({ supplyLine: line }: Siege): Scenario['supplyLine'] {
  if (line === undefined) return null;
  const { id, dump, porters, rounds, foodKilos, recruits, pool, recruitQuality } = line;
  return { id, dump, porters, rounds, foodKilos, recruits, pool, recruitQuality };
}

function conferenceOf({ conference }: Siege): Scenario['conference'] {
  return conference === undefined ? null : { name: conference.name, opensDay: conference.opensDay, ceasefire: conference.ceasefire };
}

function postOf(post: PostEntry, lastDay: number): Scenario['posts'][number] {
  const { id, group, camp, east, north, lengthMetres, widthMetres, axisDegrees, works, wire, coverCentimetres } = post;
  const stands = (post.standsFromDay ?? 0) === 0;
  return { id, names: namesOf(post, lastDay), group, camp, east, north, lengthMetres, widthMetres, axisDegrees, works, wire, coverCentimetres, stands, cellar: post.cellar ?? 0 };
}

/** A name that was in use through the whole scenario goes before the later one. */
function namesOf(post: PostEntry, lastDay: number): NamesBySide {
  return (post.namesUntil ?? []).find((early) => lastDay <= early.untilDay)?.names ?? post.names;
}

function mapOf(siege: Siege): MapFacts {
  const { id, grid, heights, cover, river, roads, strips, villages, names } = siege.map.content;
  return {
    id, grid, heights, cover,
    river: {
      name: river.name, widthMetres: river.widthMetres, points: river.points,
      streams: river.streams.map((one) => ({ id: one.id, name: one.name, points: one.points })),
      bridges: river.bridges.map((one) => ({ id: one.id, name: one.name, east: one.east, north: one.north })),
    },
    roads: roads.map((one) => ({ id: one.id, kind: one.kind, name: one.name, points: one.points })),
    strips: strips.map((one) => ({
      id: one.id, name: one.name, lengthMetres: one.lengthMetres, widthMetres: one.widthMetres,
      headingDegrees: one.headingDegrees, south: one.south, north: one.north,
    })),
    villages: villages.map((one) => ({ id: one.id, name: one.name, razed: one.razed, east: one.east, north: one.north })),
    names: names.map((one) => ({ id: one.id, name: one.name, kind: one.kind, east: one.east, north: one.north })),
  };
}

function rulesOf(siege: Siege): Rules {
  // The schema of rule sets is built from the same list of tunables as the type Rules.
  return { ...valuesOf(siege.rules.groups), weapons: valuesOf(siege.rules.weapons) } as unknown as Rules;
}

function valuesOf(groups: RuleGroups): Record<string, Record<string, unknown>> {
  const values = Object.entries(groups).map(([group, rows]) => {
    const ofGroup = Object.entries(rows).map(([name, row]) => [name, row.value] as const);
    return [group, Object.fromEntries(ofGroup)] as const;
  });
  return Object.fromEntries(values);
}
