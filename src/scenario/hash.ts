/** The hash by which a replay knows its scenario again. */
import { hashState, type Scenario } from '../engine/index.ts';

/** Hash over the facts and the figures of the rules; titles, briefings and the doctrines on offer do not count. */
export function scenarioHash(scenario: Scenario): string {
  const { title: _title, briefing: _briefing, sides: _sides, commanders: _commanders, ...facts } = scenario;
  return hashState(facts);
}
