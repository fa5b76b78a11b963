/**
 * A golden campaign: the hash of every turn of one whole siege by both commanders. It fails when rules, facts or
 * commanders moved and names the first turn that did; the golden first nights beside it tell which of them it was.
 * `npm run golden` writes the file anew.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashState, RULES_VERSION } from '../../src/engine/index.ts';
import { commandersOf, playThrough } from '../helpers/campaigns.ts';
import { shipped } from '../helpers/sieges.ts';

const FILE = join(import.meta.dirname, 'campaign.json');
const SEED = '1954';
const WRITES = process.env['VONG_VAY_GOLDEN'] === 'write';

interface Recorded {
  readonly rules: number;
  readonly scenario: string;
  readonly hashes: readonly string[];
}

async function played(): Promise<Recorded> {
  const campaign = await shipped('dien-bien-phu');
  const refused: string[] = [];
  const hashes: string[] = [];
  playThrough(campaign, SEED, commandersOf(campaign, refused), (state) => hashes.push(hashState(state)));
  expect(refused).toEqual([]);
  return { rules: RULES_VERSION, scenario: campaign.hash, hashes };
}

function recorded(): Recorded | null {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Recorded) : null;
}

describe('a golden campaign', () => {
  it(WRITES ? 'is recorded' : 'goes the same way, turn by turn', async () => {
    const now = await played();
    if (WRITES) writeFileSync(FILE, `${JSON.stringify(now, null, 1)}\n`);
    const before = recorded();
    const turn = now.hashes.findIndex((hash, index) => hash !== before?.hashes[index]);
    expect(turn === -1 && before?.hashes.length === now.hashes.length ? '' : `turn ${String(turn)} differs from the recorded campaign`).toBe('');
    expect(before).toMatchObject({ rules: RULES_VERSION, scenario: now.scenario });
  });
});
