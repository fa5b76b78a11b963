/**
 * Golden sieges: four recorded first nights that must go the same way for ever.
 *
 * The first test replays recorded orders, so it fails only when facts, tunables or rules moved; the second asks
 * the commanders again, so it fails alone when only their decisions moved. Each failure says what to do.
 * `npm run golden` writes the files anew.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { RULES_VERSION } from '../../src/engine/index.ts';
import { differenceProblem } from '../../src/replay/difference.ts';
import { readReplay, writeReplay, type Replay } from '../../src/replay/format.ts';
import { verifyReplay } from '../../src/replay/verify.ts';
import type { LoadedScenario } from '../../src/scenario/parse.ts';
import { playedByCommanders, shipped } from '../helpers/sieges.ts';
import { ROOT } from '../helpers/source.ts';

const SEEDS = ['1954', '13', 'Him Lam', 'Béatrice'] as const;
/** Set by `npm run golden`. */
const WRITES = process.env['VONG_VAY_GOLDEN'] === 'write';

const MEANT = `If it is meant: raise RULES_VERSION in src/engine/turn.ts, say in CHANGELOG.md what moved ("RULES_VERSION ${String(RULES_VERSION + 1)}: …"), then \`npm run golden\`. If not: the last change moved more than it should.`;

let firstNight: LoadedScenario;

beforeAll(async () => {
  firstNight = await shipped('first-night');
});

function fileOf(seed: string): string {
  return join(import.meta.dirname, `first-night-${SEEDS.indexOf(seed as (typeof SEEDS)[number]) + 1}.json`);
}

function golden(seed: string): Replay | null {
  if (!existsSync(fileOf(seed))) return null;
  const read = readReplay(readFileSync(fileOf(seed), 'utf8'), fileOf(seed));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

/** What moved, in words; empty when the golden siege still goes as recorded. */
function whatMoved(replay: Replay): string {
  const { difference } = verifyReplay(replay, firstNight);
  if (difference === null) return '';
  const { path, message, expected } = differenceProblem('golden', difference);
  switch (difference.what) {
    case 'rules':
      return `RULES_VERSION is ${String(RULES_VERSION)}, the golden sieges are of ${String(replay.rules)}: \`npm run golden\` records them anew.`;
    case 'scenario':
      return `Facts or tunables of first-night have moved (${message}; now ${expected}). ${MEANT}`;
    case 'order':
    case 'over':
    case 'hash':
      return `The rules now make another siege of the same orders: ${path}: ${message}; now ${expected}. ${MEANT}`;
  }
}

if (WRITES) describe('npm run golden', recording);
else describe('a golden siege', keeping);

function recording(): void {
  it.each(SEEDS)('records the siege of seed %s, if the version of the rules was raised for what moved', (seed) => {
    const old = golden(seed);
    if (old !== null && old.rules === RULES_VERSION) expect(whatMoved(old)).toBe('');
    writeFileSync(fileOf(seed), writeReplay(playedByCommanders(firstNight, seed).replay));
  });
}

function keeping(): void {
  it.each(SEEDS)('goes the same way from the same orders (seed %s)', (seed) => {
    const replay = golden(seed);
    expect(replay === null ? 'no golden siege is recorded: `npm run golden`' : whatMoved(replay)).toBe('');
  });

  it.each(SEEDS)('is ordered the same way by the commanders (seed %s)', (seed) => {
    const replay = golden(seed);
    if (replay === null || replay.rules !== RULES_VERSION || replay.scenario.hash !== firstNight.hash) return;
    const again = playedByCommanders(firstNight, seed).replay;
    const turn = replay.turns.findIndex((recorded, index) => JSON.stringify(recorded.orders) !== JSON.stringify(again.turns[index]?.orders));
    const moved = `In turn ${String(turn)} a commander decides otherwise than recorded. If it is meant: say so in CHANGELOG.md and run \`npm run golden\`; RULES_VERSION stays.`;
    expect(turn === -1 ? '' : moved).toBe('');
  });
}

it('every version of the rules after the first is explained in the changelog', () => {
  const changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8');
  const unexplained = Array.from({ length: RULES_VERSION - 1 }, (_, index) => index + 2).filter((version) => !changelog.includes(`RULES_VERSION ${String(version)}`));
  expect(unexplained).toEqual([]);
});
