/** The figures of a siege, counted over its states and its events. */
import { at } from './board.ts';
import type { SiegeEvent } from './events.ts';
import { permille } from './numbers.ts';
import type { GameState } from './state.ts';
import { countEvent, openTally } from './tally-count.ts';
import type { Tally } from './tally-count.ts';
import { byWeapon, fitOf, gunsOf, woundedOf } from './tally-day.ts';
import { firstLostAfter, nightsBetween, postTallies } from './tally-posts.ts';
import { DAYS_KEPT } from './tally-types.ts';
import type { DayTally, Tallies } from './tally-types.ts';
import { dayOf } from './turn-context.ts';
import type { Game } from './turn-context.ts';

/** Counts a siege of which only the last state and the events were kept: how it stood on its days stays unknown. */
export function talliesOf(game: Game, state: GameState, events: readonly SiegeEvent[]): Tallies {
  const tally = openTally(game);
  for (const event of events) countEvent(tally, event);
  return talliesFrom(tally, state);
}

/** The tallies of a count, with the state that it has come to. */
export function talliesFrom(tally: Tally, state: GameState): Tallies {
  const { board } = tally.game;
  const { garrison, besieger } = state.ledger;
  const posts = postTallies(tally);
  return {
    verdict: state.verdict,
    fallDay: fallDay(tally, posts),
    ...airTallies(tally, state),
    ...stripTallies(tally.game, state),
    garrisonKilled: garrison.killed,
    garrisonWounded: garrison.wounded,
    garrisonCaptured: garrison.captured,
    garrisonDeserters: garrison.deserted,
    garrisonEscaped: garrison.escaped,
    garrisonEvacuated: garrison.evacuated,
    garrisonFit: fitOf(board, state, 'garrison'),
    garrisonGuns: gunsOf(board, state, 'garrison'),
    woundedWaiting: woundedOf(board, state),
    labourers: sum(state.camps.map(({ labourers }) => labourers)),
    labourersLost: garrison.labourersLost,
    labourersFreed: garrison.labourersFreed,
    besiegerKilled: besieger.killed,
    besiegerWounded: besieger.wounded,
    besiegerCaptured: besieger.captured,
    besiegerFit: fitOf(board, state, 'besieger'),
    besiegerGuns: gunsOf(board, state, 'besieger'),
    porters: state.rear.porters,
    portersLost: besieger.labourersLost,
    casualties: { garrison: { ...garrison.byCause }, besieger: { ...besieger.byCause } },
    trenchMetres: besieger.trenchMetres,
    campAreaHectares: tally.campAreaHectares,
    zoneHectares: tally.zoneHectares,
    ...galleryTallies(tally.game, state),
    rounds: { garrison: byWeapon(board, garrison.fired), besieger: byWeapon(board, besieger.fired) },
    capturedRounds: byWeapon(board, besieger.capturedRounds),
    capturedShells: sum(besieger.capturedRounds),
    tubesLost: { garrison: sum(garrison.tubesLost), besieger: sum(besieger.tubesLost) },
    tubesLostByWeapon: { garrison: byWeapon(board, garrison.tubesLost), besieger: byWeapon(board, besieger.tubesLost) },
    hoursToFall: hoursToFall(tally, state),
    commandPostsHit: tally.commandPostsHit,
    ordersLost: tally.ordersLost,
    ordersDelayed: tally.ordersDelayed,
    gunsFixed: tally.gunsFixed,
    counterAttacks: tally.counterAttacks,
    postsSurrendered: tally.postsSurrendered,
    unitsBroken: tally.unitsBroken,
    assaults: tally.assaults,
    trenchesFilled: tally.trenchesFilled,
    generalAssaults: [...tally.generalAssaults],
    nightsBetweenGeneralAssaults: nightsBetween(tally.generalAssaults),
    firstLostAfterDay10: firstLostAfter(tally, 10),
    posts,
    onDay: Object.fromEntries(DAYS_KEPT.map((day, row): [number, DayTally | null] => [day, at(tally.days, row)])) as Tallies['onDay'],
  };
}

function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

/** Told by the rules of the end where they are in play, else read off the command post. */
function fallDay({ game, fallDay: told }: Tally, posts: Tallies['posts']): number | null {
  if (told >= 0) return told;
  return posts.find(({ id }) => id === game.scenario.camps[0]?.commandPost)?.lostDay ?? null;
}

/** Kilos in a tonne. */
const TONNE = 1000;

type AirTallies = Pick<
  Tallies,
  | 'tonnesDespatched' | 'tonnesAborted' | 'tonnesLostWithAircraft' | 'tonnesDropped' | 'tonnesRecovered' | 'tonnesCaptured' | 'tonnesDestroyed' | 'tonnesLyingOut'
  | 'airKilos' | 'landedWithGarrison' | 'landedBetween' | 'landedWithBesieger' | 'droppedByDay' | 'lossShareAfterStripClosed' | 'lossShareWhole' | 'notRecoveredShare' | 'dropHeight'
  | 'aircraftLost' | 'aircraftLostOnGround' | 'aircraftDamaged' | 'aircraftTurnedBack' | 'aircraftLostOrTurnedBack' | 'sorties' | 'landings' | 'reinforcementsDropped'
>;

function airTallies(tally: Tally, state: GameState): AirTallies {
  const { air, jumped } = state.ledger.garrison;
  const { despatched, aborted, lostWithAircraft, dropped, recovered, captured, destroyed } = air;
  const lyingOut = sum(state.loads.map(({ kilos, bundles }) => kilos * bundles));
  return {
    tonnesDespatched: despatched / TONNE, tonnesAborted: aborted / TONNE, tonnesLostWithAircraft: lostWithAircraft / TONNE,
    tonnesDropped: dropped / TONNE, tonnesRecovered: recovered / TONNE, tonnesCaptured: captured / TONNE,
    tonnesDestroyed: destroyed / TONNE, tonnesLyingOut: lyingOut / TONNE,
    airKilos: { despatched, aborted, lostWithAircraft, dropped, recovered, captured, destroyed, lyingOut },
    landedWithGarrison: air.landedWithGarrison, landedBetween: air.landedBetween, landedWithBesieger: air.landedWithBesieger,
    droppedByDay: [...tally.droppedByDay],
    lossShareAfterStripClosed: shareLost(tally.sinceLanding), lossShareWhole: shareLost(tally.whole),
    notRecoveredShare: dropped === 0 ? null : permille(Math.max(0, dropped - recovered), dropped),
    dropHeight: tally.drops === 0 ? null : Math.floor(tally.heights / tally.drops),
    aircraftLost: air.aircraftLost, aircraftLostOnGround: air.aircraftLostOnGround, aircraftDamaged: air.aircraftDamaged,
    aircraftTurnedBack: air.turnedBack, aircraftLostOrTurnedBack: air.aircraftLost + air.turnedBack,
    sorties: air.sorties, landings: air.landings, reinforcementsDropped: jumped,
  };
}

function shareLost({ dropped, lost }: Tally['whole']): number | null {
  return dropped === 0 ? null : permille(lost, dropped);
}

/** The strip of the first camp; the first strip where that camp has none. */
function stripTallies(game: Game, state: GameState): Pick<Tallies, 'stripDayTrafficEndedDay' | 'stripLastLandingDay' | 'stripCutDay'> {
  const main = game.scenario.camps[0]?.strip;
  const strip = state.air.strips.find(({ id }) => id === main) ?? state.air.strips[0];
  const dayOfTurn = (turn: number | undefined): number | null => (turn === undefined || turn < 0 ? null : dayOf(game.scenario, turn));
  return { stripDayTrafficEndedDay: dayOfTurn(strip?.lastTraffic), stripLastLandingDay: dayOfTurn(strip?.lastLanding), stripCutDay: dayOfTurn(strip?.cutTurn) };
}

/** Of the gallery that was begun first, and of the one that was fired first. */
function galleryTallies({ scenario }: Game, state: GameState): Pick<Tallies, 'galleryBegunDay' | 'galleryFiredDay'> {
  const begun = state.galleries.map(({ begunTurn }) => begunTurn);
  const fired = state.galleries.map(({ firedTurn }) => firedTurn).filter((turn) => turn >= 0);
  const first = (turns: readonly number[]): number | null => (turns.length === 0 ? null : dayOf(scenario, Math.min(...turns)));
  return { galleryBegunDay: first(begun), galleryFiredDay: first(fired) };
}

function hoursToFall({ game, stormedAt, lostAt }: Tally, state: GameState): number | null {
  const { posts } = game.scenario.victory;
  if (state.posts.some((post) => posts.includes(post.id) && post.holder !== 'besieger')) return null;
  return stormedAt < 0 || lostAt < 0 ? null : lostAt - stormedAt + 1;
}
