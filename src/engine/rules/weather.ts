/**
 * Weather: the sky over the valley for the coming turn, and the mud it leaves.
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

/** Settles the sky of this turn. */
export function weather(state: GameState, turn: Turn): void {
  const before = state.sky.valley;
  const stream = turn.draws('weather', 'valley');
  const stays = happens(stream, turn.rules.weather.persist);
  const fresh = drawSky(turn, stream);
  state.sky.valley = turn.number === 0 ? before : stays ? before : fresh;
  state.sky.mud = clamp(state.sky.mud + mudOf(turn, state.sky.valley), 0, 1000);
  if (state.sky.valley !== before) turn.tell({ type: 'sky-changed', from: before, to: state.sky.valley, mud: state.sky.mud });
}

function drawSky(turn: Turn, stream: Stream): SkyKind {
  const { weather: rules } = turn.rules;
  const bad = along(rules.badSky, dayOf(turn.game.scenario, turn.number) - turn.game.scenario.climate.shiftDays);
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
