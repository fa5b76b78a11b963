/**
 * Weather: the sky over the valley and over the air bases for the coming turn, and the mud it leaves.
 *
 * With a chance the sky stays as it was; else it is drawn anew from the season. Rain and storm deepen the mud,
 * dry turns take it off. Leaves `sky`. Source: rule set, group `weather`.
 */
import { along, clamp, share } from '../numbers.ts';
import { happens } from '../random.ts';
import type { Stream } from '../random.ts';
import type { GameState, SkyKind } from '../state.ts';
import { dayOf } from '../turn-context.ts';
import type { Turn } from '../turn-context.ts';
import type { Curve } from '../tunables.ts';

/** Settles the sky of this turn. */
export function weather(state: GameState, turn: Turn): void {
  const before = { valley: state.sky.valley, bases: state.sky.bases };
  const { climate } = turn.game.scenario;
  state.sky.valley = nextSky(turn, 'valley', before.valley, climate.valley);
  state.sky.bases = nextSky(turn, 'bases', before.bases, climate.bases);
  state.sky.mud = clamp(state.sky.mud + mudOf(turn, state.sky.valley), 0, 1000);
  if (state.sky.valley !== before.valley) turn.tell({ type: 'sky-changed', from: before.valley, to: state.sky.valley, mud: state.sky.mud });
  if (state.sky.bases !== before.bases) turn.tell({ type: 'bases-sky-changed', from: before.bases, to: state.sky.bases });
}

/** The sky of a place: as it was, or drawn anew from its season; the first turn's is the scenario's. */
function nextSky(turn: Turn, place: 'valley' | 'bases', before: SkyKind, season: Curve): SkyKind {
  const stream = turn.draws('weather', place);
  const stays = happens(stream, turn.rules.weather.persist);
  const fresh = drawSky(turn, stream, season);
  return turn.number === 0 || stays ? before : fresh;
}

function drawSky(turn: Turn, stream: Stream, season: Curve): SkyKind {
  const { weather: rules } = turn.rules;
  const bad = along(season, dayOf(turn.game.scenario, turn.number) - turn.game.scenario.climate.shiftDays);
  const storm = share(bad, rules.stormShare);
  const roll = stream.below(1000);
  if (roll < storm) return 'storm';
  if (roll < bad) return 'rain';
  return roll < bad + rules.cloudShare ? 'cloud' : 'clear';
}

function mudOf(turn: Turn, sky: SkyKind): number {
  const { weather: rules } = turn.rules;
  if (sky === 'storm') return rules.mudStorm;
  return sky === 'rain' ? rules.mudRain : -rules.mudDry;
}
