/** From a gathered siege to the shape that the engine reads: only facts and figures, nothing that is still to come. */
import type { MapFacts, NamesBySide, Rules, Scenario } from '../engine/index.ts';
import type { RuleGroups } from './schema-rules.ts';
import type { PostEntry } from './schema.ts';
import type { Siege } from './siege.ts';

/** The siege as the engine reads it. Call it only for a siege without problems. */
export function compileScenario(siege: Siege): Scenario {
  const { id, title, briefing, sides, calendar, victory, commanders, theatre } = siege;
  const { opening, mud, shiftDays } = siege.climate;
  const lastDay = Math.floor((calendar.turns - 1) / 2);
  return {
    id, title, briefing, sides, calendar, victory, commanders, theatre,
    climate: { opening, mud, shiftDays },
    map: mapOf(siege),
    rules: rulesOf(siege),
    posts: siege.posts.filter((post) => (post.standsFromDay ?? 0) === 0).map((post) => postOf(post, lastDay)),
    camps: siege.camps.map(({ id: camp, name, commandPost }) => ({ id: camp, name, commandPost })),
    formations: siege.formations.filter(isHere).map((one) => ({
      id: one.id, side: one.side, name: one.name, kind: one.kind, parent: one.parent,
      post: one.post ?? null, place: one.place ?? null, will: one.will ?? 0,
    })),
    units: siege.units.filter(isHere).map((one) => ({
      id: one.id, side: one.side, name: one.name, kind: one.kind, arm: one.arm, formation: one.formation, men: one.men,
      quality: one.quality, cohesion: one.cohesion, post: one.post ?? null, place: one.place ?? null, reserve: one.reserve ?? false,
    })),
    batteries: siege.batteries.map((one) => ({
      id: one.id, side: one.side, name: one.name, weapon: one.weapon, formation: one.formation, tubes: one.tubes, gunners: one.gunners,
      east: one.east, north: one.north, cover: one.cover, post: one.post ?? null, known: one.known, dump: one.dump,
    })),
    dumps: siege.dumps.map(({ id: dump, side, name, rounds }) => ({ id: dump, side, name, rounds })),
    approaches: siege.approaches.map(({ id: approach, post, from, headMetres }) => ({ id: approach, post, from, headMetres })),
    observers: siege.observers.map(({ id: observer, side, east, north }) => ({ id: observer, side, east, north })),
  };
}

function isHere(entry: { readonly arrivesDay?: number | undefined }): boolean {
  return (entry.arrivesDay ?? 0) === 0;
}

function postOf(post: PostEntry, lastDay: number): Scenario['posts'][number] {
  const { id, group, camp, east, north, lengthMetres, widthMetres, axisDegrees, works, wire, coverCentimetres } = post;
  return { id, names: namesOf(post, lastDay), group, camp, east, north, lengthMetres, widthMetres, axisDegrees, works, wire, coverCentimetres };
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
