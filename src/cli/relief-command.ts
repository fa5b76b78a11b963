/** `siege relief`: works out the heights of a map from its recipe. */
import { SWITCH, VALUE, type Command } from './command.ts';
import { badInput } from './bad-input.ts';
import { textOf } from './files.ts';
import { writePictureRelief, writeRelief } from './relief.ts';

/** Writes heights and cover into a map file, and on wish the finer relief that is drawn. */
export const relief: Command = {
  usage: 'relief MAP [--picture FILE] [--json]',
  about: 'works out heights and cover of a map file from its recipe; with --picture also the relief that is drawn',
  flags: { picture: VALUE, json: SWITCH },
  files: { least: 1, most: 1 },
  run(given, out) {
    const [map = ''] = given.files;
    requireRecipe(map);
    const { hexes } = writeRelief(map);
    const picture = given.text('picture');
    const drawn = picture === null ? null : writePictureRelief(map, picture);
    const words = `${String(hexes)} hexes${drawn === null ? '' : `, ${String(drawn.cells)} cells drawn in ${String(drawn.bytes)} bytes`}\n`;
    out.print(given.isOn('json') ? `${JSON.stringify({ hexes, picture: drawn })}\n` : words);
    return Promise.resolve(0);
  },
};

/** The recipe is trusted once the file says that it has one. */
function requireRecipe(file: string): void {
  let map: unknown;
  try {
    map = JSON.parse(textOf(file));
  } catch {
    throw badInput(file, '', 'is not JSON', 'a map file');
  }
  if (typeof map !== 'object' || map === null || !('recipe' in map) || !('grid' in map)) {
    throw badInput(file, 'recipe', 'nothing is there', 'a map file with grid and recipe');
  }
}
