import { describe, expect, it } from 'vitest';
import { commanderFor, commandersOf } from '../../src/commanders/roster.ts';
import { SIDES } from '../../src/engine/index.ts';

describe('the roster', () => {
  it('has a commander for each name it lists, and none for a stranger', () => {
    for (const side of SIDES) {
      expect(commandersOf(side).length).toBeGreaterThan(0);
      for (const name of commandersOf(side)) expect(commanderFor(side, name)).not.toBeNull();
    }
    expect(commanderFor('garrison', 'toString')).toBeNull();
    expect(commanderFor('garrison', 'steady')).toBeNull();
  });
});
