/** Whole sieges played by both commanders, each boiled down to one hash over every turn's state and orders. */
import { commanderFor } from '../../src/commanders/roster.ts';
import { planFor } from '../../src/commanders/asked.ts';
import { hashState, newGame, playTurnInPlace, viewFor } from '../../src/engine/index.ts';
import type { Scenario, SideId } from '../../src/engine/index.ts';
import { openScenario } from '../../src/scenario/library.ts';

/** The sieges of an id with the seeds `engines-1` to `engines-count`; one hash a siege, told as each ends. */
export async function campaignHashes(id: string, count: number, tell: (hash: string) => void): Promise<void> {
  const opened = await openScenario(id);
  if (!opened.ok) throw new Error(opened.problems.map(({ file, path, message }) => `${file} ${path}: ${message}`).join('\n'));
  for (let number = 1; number <= count; number += 1) {
    tell(play(opened.value.scenario, `engines-${String(number)}`));
    // A page that plays for a minute without a pause is taken for dead by some browsers.
    await new Promise((resolve) => { setTimeout(resolve, 0); });
  }
}

function play(scenario: Scenario, seed: string): string {
  const { game, state } = newGame(scenario, seed);
  let hash = seed;
  while (state.verdict === null) {
    const plan = (side: SideId): ReturnType<typeof planFor>['orders'] => planFor(commanderOf(scenario, side), seed, viewFor(game, state, side)).orders;
    const orders = { garrison: plan('garrison'), besieger: plan('besieger') };
    playTurnInPlace(game, state, orders);
    hash = hashState({ before: hash, state, orders });
  }
  return hash;
}

function commanderOf(scenario: Scenario, side: SideId): NonNullable<ReturnType<typeof commanderFor>> {
  const name = scenario.commanders[side][0] ?? '';
  const commander = commanderFor(side, name);
  if (commander === null) throw new Error(`no commander ${name} for the ${side}`);
  return commander;
}
