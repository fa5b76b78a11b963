import type { JSX } from 'preact';
import type { Desk, Selection } from './desk.ts';
import { partsOf, type Part } from './text/names.ts';

/** The language in which a side's names are written, for readers that speak. */
const NAME_LANG = { garrison: 'fr', besieger: 'vi' } as const;

/** A sentence with its names set in bold; a name of something on the map chooses it. */
export function Sentence({ desk, text, links = false }: { readonly desk: Desk; readonly text: string; readonly links?: boolean }): JSX.Element {
  return <>{partsOf(text).map((part, index) => <Piece key={index} desk={desk} part={part} links={links} />)}</>;
}

function Piece({ desk, part, links }: { readonly desk: Desk; readonly part: Part; readonly links: boolean }): JSX.Element {
  if (part.kind === null) return <>{part.text}</>;
  const side = desk.play.value?.side ?? 'garrison';
  const lang = part.kind === 'post' ? NAME_LANG[side] : undefined;
  const target = selectionOf(part);
  if (!links || target === null) return <b lang={lang}>{part.text}</b>;
  return (
    <button type="button" class="name" lang={lang} onClick={() => (desk.selection.value = target)}>
      {part.text}
    </button>
  );
}

function selectionOf(part: Part): Selection | null {
  if (part.kind === 'post' || part.kind === 'unit' || part.kind === 'battery' || part.kind === 'fix') return { kind: part.kind, id: part.id };
  return null;
}
