/**
 * The facts of one siege, as the engine reads them: integers in metres, men, rounds and permille.
 *
 * Nothing here says how sieges work (that is the rule set) or what came of this one. `src/scenario` reads
 * the files, checks them against the schema and hands over this shape; the engine trusts it.
 */
import type { AircraftFacts, ClimateFacts, ConferenceFacts, Goods, IndividualsFacts, SupplyLineFacts } from './facts-siege.ts';
import type { Rules } from './tunables.ts';

/** The two parties to any siege; the scenario says who they are here. */
export type SideId = 'garrison' | 'besieger';

/** The two sides in a fixed order, so that nothing depends on the order of keys. */
export const SIDES: readonly SideId[] = ['garrison', 'besieger'];

/** The one that is not this side. */
export function otherSide(side: SideId): SideId {
  return side === 'garrison' ? 'besieger' : 'garrison';
}

/** A text in the three languages of the project. */
export interface Words {
  readonly vi: string;
  readonly fr: string;
  readonly en: string;
}

/** What each side calls the same place. */
export interface NamesBySide {
  readonly garrison: string;
  readonly besieger: string;
}

/** A point in metres east and north of the origin of the map. */
export interface Place {
  readonly east: number;
  readonly north: number;
}

/** Pointy-top hexes, odd rows shifted half a step east; columns count eastward, rows northward. */
export interface Grid {
  readonly cols: number;
  readonly rows: number;
  readonly stepMetres: number;
  readonly rowMetres: number;
  readonly eastOfFirst: number;
  readonly northOfFirst: number;
}

export type Point = readonly [east: number, north: number];

/** The ground. `heights` and `cover` hold one integer a hex, row by row from the south-west corner. */
export interface MapFacts {
  readonly id: string;
  readonly grid: Grid;
  /** Metres above the local valley floor. */
  readonly heights: readonly number[];
  /** 0 open, 1 scrub, 2 forest, 3 village. */
  readonly cover: readonly number[];
  readonly river: {
    readonly name: Words;
    readonly widthMetres: readonly [number, number];
    readonly points: readonly Point[];
    readonly streams: readonly { readonly id: string; readonly name: Words; readonly points: readonly Point[] }[];
    readonly bridges: readonly ({ readonly id: string; readonly name: Words } & Place)[];
  };
  readonly roads: readonly {
    readonly id: string;
    readonly kind: 'road' | 'track' | 'footpath';
    readonly name: Words;
    readonly points: readonly Point[];
  }[];
  readonly strips: readonly {
    readonly id: string;
    readonly name: Words;
    readonly lengthMetres: number;
    readonly widthMetres: number;
    readonly headingDegrees: number;
    readonly south: Point;
    readonly north: Point;
  }[];
  readonly villages: readonly ({ readonly id: string; readonly name: Words; readonly razed: boolean } & Place)[];
  readonly names: readonly ({ readonly id: string; readonly name: Words; readonly kind: 'hill' | 'ridge' | 'relief' } & Place)[];
}

/** A fortified place of the garrison: a thing with a place and an outline; several may share a hex. */
export interface PostFacts extends Place {
  readonly id: string;
  readonly names: NamesBySide;
  /** Posts that stand and fall together in men's minds. */
  readonly group: string;
  readonly camp: string;
  readonly lengthMetres: number;
  readonly widthMetres: number;
  /** Clockwise from north, of the long side. */
  readonly axisDegrees: number;
  /** Field works, 0-1000: how much of the men's cover is dug, roofed and whole. */
  readonly works: number;
  /** Wire, 0-1000. */
  readonly wire: number;
  /** Earth and logs over the command dugout, centimetres. */
  readonly coverCentimetres: number;
  /** False for a site that is not fortified at the start: the garrison may build there. */
  readonly stands: boolean;
  /** A cellar of stone or brick under it, 0-1000: what no shell of the siege can take. */
  readonly cellar: number;
}

/** A headquarters and the men under it: the chain of command. */
export interface FormationFacts {
  readonly id: string;
  readonly side: SideId;
  readonly name: string;
  readonly kind: 'front' | 'division' | 'regiment' | 'camp' | 'sector' | 'battalion' | 'artillery';
  readonly parent: string | null;
  /** Where its headquarters sits: a post of the garrison, or a place. */
  readonly post: string | null;
  readonly place: Place | null;
  /** Besieger's regiments: readiness to attack, 0-1000. */
  readonly will: number;
}

/** Men who fight together: a company of the garrison, a battalion of the besieger. */
export interface UnitFacts {
  readonly id: string;
  readonly side: SideId;
  readonly name: string;
  readonly kind: 'company' | 'battalion';
  readonly arm: 'infantry' | 'parachute' | 'engineers' | 'partisans' | 'services';
  readonly formation: string;
  readonly men: number;
  /** Training and cadre, 0-1000. */
  readonly quality: number;
  /** Cohesion at the start and its ceiling, 0-1000. */
  readonly cohesion: number;
  /** Garrison: the post it stands in; else the place. */
  readonly post: string | null;
  readonly place: Place | null;
  /** Kept by its commander for counter-attack and relief. */
  readonly reserve: boolean;
  readonly tanks: number;
  /** Off the map until this turn; 0 = here from the start. */
  readonly arrivesTurn: number;
  /** Waits at the air bases to be parachuted in; others march in at their place when their turn comes. */
  readonly jumps: boolean;
}

/** Guns of one kind that fire together. */
export interface BatteryFacts extends Place {
  readonly id: string;
  readonly side: SideId;
  readonly name: string;
  readonly weapon: string;
  readonly formation: string;
  readonly tubes: number;
  readonly gunners: number;
  /** Open pit in view, roofed casemate, or hidden behind a crest. */
  readonly cover: 'pit' | 'casemate' | 'hidden';
  /** The post it stands in or beside, if any. */
  readonly post: string | null;
  /** True where the other side has its place from the start (pits in the open plain). */
  readonly known: boolean;
  readonly dump: string;
  /** In play from this turn; 0 = from the start. */
  readonly arrivesTurn: number;
}

/** Shells held for the batteries that draw on them, by weapon. */
export interface DumpFacts {
  readonly id: string;
  readonly side: SideId;
  readonly name: Words;
  readonly rounds: Readonly<Record<string, number>>;
  /** Kilos of other goods. */
  readonly goods: Goods;
  /** The camp that it serves; null for the besieger's. */
  readonly camp: string | null;
}

/** A trench already begun towards a post. */
export interface ApproachFacts {
  readonly id: string;
  readonly post: string;
  readonly from: Place;
  /** Metres between the head and the wire. */
  readonly headMetres: number;
}

/** A place from which one side watches. */
export interface ObserverFacts extends Place {
  readonly id: string;
  readonly side: SideId;
}

/** Who wins when the last turn is over, or before. */
export interface VictoryFacts {
  /** Posts that count. */
  readonly posts: readonly string[];
  /** The besieger wins with at least this many of them taken … */
  readonly besiegerTakes: number;
  /** … the garrison with at least this many of them in its hands; else a draw. */
  readonly garrisonHolds: number;
  /** True: the siege ends at once when the besieger holds enough. */
  readonly atOnce: boolean;
}

/** Posts that hang together under one command post; the first camp is the one that decides the siege. */
export interface CampFacts {
  readonly id: string;
  readonly name: Words;
  readonly commandPost: string;
  /** Strip on which aircraft land for it, by id; null where there is none. */
  readonly strip: string | null;
  /** Labourers who are no soldiers and eat with the rest. */
  readonly labourers: number;
}

/** One siege, ready to be played. */
export interface Scenario {
  readonly id: string;
  readonly title: Words;
  readonly briefing: Readonly<Record<SideId, Words>>;
  readonly sides: Readonly<Record<SideId, { readonly name: Words; readonly short: Words; readonly nation: 'blue' | 'red' }>>;
  readonly calendar: { readonly firstDay: string; readonly firstPhase: 'day' | 'night'; readonly turns: number };
  readonly climate: ClimateFacts;
  readonly map: MapFacts;
  readonly rules: Rules;
  /** Posts that may be attacked in this scenario's window; all when empty. */
  readonly theatre: readonly string[];
  readonly posts: readonly PostFacts[];
  readonly camps: readonly CampFacts[];
  readonly aircraft: readonly AircraftFacts[];
  /** Null where the besieger lives off what he has. */
  readonly supplyLine: SupplyLineFacts | null;
  readonly individuals: IndividualsFacts | null;
  readonly conference: ConferenceFacts | null;
  readonly formations: readonly FormationFacts[];
  readonly units: readonly UnitFacts[];
  readonly batteries: readonly BatteryFacts[];
  readonly dumps: readonly DumpFacts[];
  readonly approaches: readonly ApproachFacts[];
  readonly observers: readonly ObserverFacts[];
  readonly victory: VictoryFacts;
  /** Doctrines offered for each side, first one by default. */
  readonly commanders: Readonly<Record<SideId, readonly string[]>>;
}
