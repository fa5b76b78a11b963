/** The schema of a map file: the ground that the engine reads, the recipe it was written from, and the sources. */
import * as v from 'valibot';
import { choice, evidence, flag, id, integer, line, list, metres, point, shape, sources, text, whole, words } from './schema-parts.ts';

const named = { id, name: words, ...evidence };
const spot = { east: metres, north: metres };
const path = list(point, 500, 2);

const grid = shape({
  cols: whole(1, 200),
  rows: whole(1, 200),
  stepMetres: whole(10, 2000, 'metres'),
  rowMetres: whole(8, 2000, 'metres'),
  eastOfFirst: metres,
  northOfFirst: metres,
}, 'the grid of hexes');

const river = shape({
  name: words,
  widthMetres: v.strictTuple([whole(1, 2000), whole(1, 2000)], 'the least and the greatest width in metres'),
  points: path,
  streams: list(shape({ ...named, points: path }), 100),
  bridges: list(shape({ ...named, ...spot }), 100),
  ...evidence,
}, 'the river');

const strip = shape({
  ...named,
  surface: v.optional(line),
  lengthMetres: whole(50, 6000, 'metres'),
  widthMetres: whole(5, 300, 'metres'),
  headingDegrees: whole(0, 359, 'degrees'),
  south: point,
  north: point,
});

const hill = shape({
  id,
  name: line,
  shape: v.literal('gauss', '"gauss"'),
  ...spot,
  heightMetres: whole(1, 9000, 'metres'),
  sigmaLong: whole(1, 20_000, 'metres'),
  sigmaShort: whole(1, 20_000, 'metres'),
  axisDegrees: whole(0, 359, 'degrees'),
  bare: v.optional(flag),
  ...evidence,
}, 'a hill');

const ridge = shape({
  id,
  name: line,
  shape: v.literal('ridge', '"ridge"'),
  crestMetres: whole(1, 9000, 'metres'),
  halfWidth: whole(1, 20_000, 'metres'),
  points: path,
  ...evidence,
}, 'a ridge');

/** How the heights were made: read only by the command that writes them. */
const recipe = shape({
  hills: list(v.variant('shape', [hill, ridge], 'a hill of shape "gauss" or "ridge"'), 500),
  seed: integer,
  noise: shape({
    wavelengthMetres: whole(1, 100_000, 'metres'),
    floorMetres: whole(0, 1000, 'metres'),
    wallPercent: whole(0, 100, 'percent'),
    wallFromMetres: whole(0, 9000, 'metres'),
  }),
}, 'the recipe of the heights');

/** A map file. */
export const mapFile = shape(
  {
    $schema: v.optional(line),
    format: v.optional(v.literal(1, '1')),
    kind: v.optional(v.literal('map', '"map"')),
    id,
    note: v.optional(text),
    grid,
    floorTilt: v.optional(shape({ centimetresPerKmNorth: whole(-10_000, 10_000), ...evidence })),
    recipe: v.optional(recipe),
    heights: list(whole(-500, 9000, 'metres'), 40_000, 1),
    cover: list(whole(0, 3), 40_000, 1),
    river,
    roads: list(shape({ ...named, kind: choice(['road', 'track', 'footpath']), points: path }), 200),
    strips: list(strip, 10),
    villages: list(shape({ ...named, ...spot, razed: flag }), 500),
    names: list(shape({ ...named, ...spot, kind: choice(['hill', 'ridge', 'relief']) }), 500),
    sources,
  },
  'a map',
);
