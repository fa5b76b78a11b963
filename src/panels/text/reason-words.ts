/** Why a commander plans what he plans, in words. */
import type { Names } from './names.ts';
import { number } from './numbers.ts';
import { isKey, say, type Key } from './say.ts';

/** A reason as the commanders give it: its name, its figures, the things it speaks of. */
export interface ReasonGiven {
  readonly reason: string;
  readonly numbers: Readonly<Record<string, number>>;
  readonly ids: Readonly<Record<string, string>>;
}

/** A reason in one sentence, with marked names. */
export function reasonWords(given: ReasonGiven, names: Names): string {
  const key = `reason.${given.reason}`;
  if (!isKey(key)) return '';
  const figures = Object.entries(given.numbers).map(([name, value]) => [name, number(names.lang, value)]);
  const things = Object.entries(given.ids).map(([name, id]) => [name, thingWords(name, id, names)]);
  return say(names.lang, key, Object.fromEntries([...figures, ...things]) as Record<string, string>);
}

function thingWords(what: string, id: string, names: Names): string {
  if (what === 'post') return names.post(id);
  if (what === 'unit') return names.unit(id);
  if (what === 'what' && isKey(`waits.${id}`)) return say(names.lang, `waits.${id}` as Key);
  if (what === 'camp') return names.camp(id);
  if (what === 'cargo') return names.cargo(id);
  if (what === 'formation') return names.formation(id);
  return id;
}
