/** The first few of many things, found without sorting them all. */

/** Puts a thing in its place in a list that is kept in order and holds so many at most; equals stay as they came. */
export function insert<Thing extends object>(list: Thing[], most: number, thing: Thing, isBefore: (thing: Thing, other: Thing) => boolean): void {
  let row = list.length;
  if (row >= most) {
    row = most - 1;
    const last = list[row];
    if (last === undefined || !isBefore(thing, last)) return;
  }
  for (; row > 0; row -= 1) {
    const above = list[row - 1];
    if (above === undefined || !isBefore(thing, above)) break;
    list[row] = above;
  }
  list[row] = thing;
}
