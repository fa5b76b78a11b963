import { describe, expect, it } from 'vitest';
import { TUNABLES, WEAPON_TUNABLES } from '../../src/engine/index.ts';
import { paramsOf } from '../../src/scenario/params.ts';
import { readScenario } from '../../src/scenario/parse.ts';
import { filesWith, good } from './shipped-files.ts';

const loaded = good(readScenario('first-night', filesWith()));

describe('the list of tunables', () => {
  it('names every tunable of every rule and weapon once', () => {
    const ofRules = Object.values(TUNABLES).reduce((count, group) => count + Object.keys(group).length, 0);
    const ofWeapons = Object.keys(loaded.rules.weapons).length * Object.keys(WEAPON_TUNABLES).length;
    const ids = paramsOf(loaded).map((param) => param.id);
    expect(new Set(ids).size).toBe(ofRules + ofWeapons);
    expect(ids).toContain('rules.morale.loss');
    expect(ids).toContain('rules.weapons.t105.kill');
  });

  it('names each by the path by which it is set', () => {
    for (const { id, value, min } of paramsOf(loaded)) {
      const lowest = good(readScenario('first-night', filesWith(), { [id]: min }));
      const after = paramsOf(lowest).find((param) => param.id === id)?.value;
      expect([id, Array.isArray(after)]).toEqual([id, Array.isArray(value)]);
      if (typeof value === 'number') expect([id, after]).toEqual([id, min]);
    }
  }, 120_000);

  it('shows a value as the scenario sets it', () => {
    const shown = paramsOf(loaded).find((param) => param.id === 'rules.morale.loss');
    const changed = good(readScenario('first-night', filesWith(), { 'rules.morale.loss': shown?.max }));
    expect(paramsOf(changed).find((param) => param.id === 'rules.morale.loss')).toEqual({ ...shown, value: shown?.max });
  });

  it('resolves every source', () => {
    const codes = paramsOf(loaded).flatMap((param) => param.source.split('; '));
    expect(codes.filter((code) => !Object.hasOwn(loaded.sources, code))).toEqual([]);
  });
});
