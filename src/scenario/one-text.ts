/**
 * Equal texts made one and the same. Ids are compared all day long: engines compare texts by where they lie when both
 * are names of properties, and letter by letter when they came out of a file.
 */

/** The same value, in which each text is the one that an engine keeps for a property of that name. */
export function withNames<Value extends object>(value: Value): Value {
  rename(value);
  return value;
}

function rename(value: object): void {
  const fields = value as Record<string, unknown>;
  if (typeof (value as { readonly 0?: unknown })[0] === 'number') return;
  for (const key of Object.keys(fields)) {
    const inner = fields[key];
    if (typeof inner === 'string') fields[key] = nameOf(inner);
    else if (typeof inner === 'object' && inner !== null) rename(inner);
  }
}

function nameOf(text: string): string {
  return Object.keys({ [text]: 0 })[0] ?? text;
}
