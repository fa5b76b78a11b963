/** Figures of a siege that must agree: places on the map, sizes of the map, bounds of tunables, codes of sources. */
import { below, found, pathOf, quote, type Where } from './problem.ts';
import type { RuleGroups, RuleRow } from './schema-rules.ts';
import { whereIs, type Siege } from './siege.ts';

type Tell = (where: Where, message: string, expected: string) => void;

interface Place {
  readonly east: number;
  readonly north: number;
}

/** Places outside the map, lists of the wrong length, tunables outside their bounds. */
export function checkBounds(siege: Siege, tell: Tell): void {
  checkMap(siege, tell);
  checkPlaces(siege, tell);
  checkRows(siege.rules.groups, { file: siege.rulesFile, path: 'rules' }, tell);
  checkRows(siege.rules.weapons, { file: siege.rulesFile, path: 'rules.weapons' }, tell);
}

function checkMap(siege: Siege, tell: Tell): void {
  const { file, content } = siege.map;
  const hexes = content.grid.cols * content.grid.rows;
  for (const key of ['heights', 'cover'] as const) {
    const count = content[key].length;
    if (count !== hexes) tell({ file, path: key }, `found ${String(count)} entries`, `${String(hexes)}, one for each hex`);
  }
}

function checkPlaces(siege: Siege, tell: Tell): void {
  const { grid } = siege.map.content;
  const east = [grid.eastOfFirst - grid.stepMetres, grid.eastOfFirst + grid.cols * grid.stepMetres] as const;
  const north = [grid.northOfFirst - grid.rowMetres, grid.northOfFirst + grid.rows * grid.rowMetres] as const;
  const check = (place: Place | null | undefined, where: Where): void => {
    if (place === null || place === undefined) return;
    if (place.east < east[0] || place.east > east[1]) tell(below(where, 'east'), `${String(place.east)} lies outside the map`, `from ${String(east[0])} to ${String(east[1])}`);
    if (place.north < north[0] || place.north > north[1]) tell(below(where, 'north'), `${String(place.north)} lies outside the map`, `from ${String(north[0])} to ${String(north[1])}`);
  };
  for (const entry of [...siege.posts, ...siege.batteries, ...siege.observers]) check(entry, whereIs(siege, entry));
  for (const entry of [...siege.formations, ...siege.units]) check(entry.place, below(whereIs(siege, entry), 'place'));
  for (const entry of siege.approaches) check(entry.from, below(whereIs(siege, entry), 'from'));
}

function checkRows(groups: RuleGroups, where: Where, tell: Tell): void {
  for (const [group, rows] of Object.entries(groups)) {
    for (const [name, row] of Object.entries(rows)) checkRow(row, below(where, group, name), tell);
  }
}

function checkRow(row: RuleRow, where: Where, tell: Tell): void {
  if (row.min > row.max) tell(below(where, 'min'), `${String(row.min)} is more than max`, `at most ${String(row.max)}`);
  if (typeof row.value === 'number') {
    if (row.value < row.min || row.value > row.max) tell(below(where, 'value'), found(row.value), `from ${String(row.min)} to ${String(row.max)}`);
    return;
  }
  const points = row.value;
  points.forEach(([x], index) => {
    const before = points[index - 1]?.[0];
    if (before !== undefined && x <= before) tell(below(where, 'value', index), `x = ${String(x)} after ${String(before)}`, 'points with rising x');
  });
}

/** Codes in `source` that the same file does not resolve under `sources`. */
export function checkSources(siege: Siege, tell: Tell): void {
  for (const { file, content } of siege.files) {
    const known = Object.keys(content.sources ?? {});
    eachSource(content, [], (source, keys) => {
      const missing = source.split('; ').filter((code) => !known.includes(code));
      if (missing.length > 0) tell({ file, path: pathOf(keys) }, `no such source ${missing.map(quote).join(', ')}`, 'codes that "sources" resolves, parted by "; "');
    });
  }
}

function eachSource(value: unknown, keys: readonly (string | number)[], visit: (source: string, keys: readonly (string | number)[]) => void): void {
  if (typeof value !== 'object' || value === null) return;
  const isList = Array.isArray(value);
  for (const [key, inner] of Object.entries(value)) {
    const deeper = [...keys, isList ? Number(key) : key];
    if (key === 'source' && typeof inner === 'string') visit(inner, deeper);
    else eachSource(inner, deeper, visit);
  }
}
