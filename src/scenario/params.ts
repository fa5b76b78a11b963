/** Every tunable of a scenario as a flat list, for the `params` command and the lab. */
import type { LoadedScenario } from './parse.ts';
import type { RuleGroups, RuleRow } from './schema-rules.ts';

/** A tunable under the path by which it is set. */
export interface Param {
  readonly id: string;
  readonly value: RuleRow['value'];
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly source: string;
  readonly note: string;
}

/** All tunables in the order of the rule set, weapons last. */
export function paramsOf(loaded: Pick<LoadedScenario, 'rules'>): readonly Param[] {
  return [...flat('rules', loaded.rules.groups), ...flat('rules.weapons', loaded.rules.weapons)];
}

function flat(root: string, groups: RuleGroups): Param[] {
  return Object.entries(groups).flatMap(([group, rows]) =>
    Object.entries(rows).map(([name, { value, unit, min, max, source, note }]) => ({
      id: `${root}.${group}.${name}`, value, unit, min, max, source, note: note ?? '',
    })),
  );
}
