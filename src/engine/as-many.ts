/** A list of as many entries as another has, each of which is to be written over: it need not grow while it is filled, and stays packed. */
export function asMany<Entry>(list: readonly unknown[]): Entry[] {
  return list.slice() as Entry[];
}

/** For a row that every list of its kind has. */
export function missing(): never {
  throw new Error('a row is missing');
}
