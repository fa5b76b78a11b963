import type { JSX } from 'preact';
import type { Desk, Selection } from './desk.ts';
import { partsOf, type Part } from './text/names.ts';

/** The language in which a side's names are written, for readers that speak. */
const NAME_LANG = { garrison: 'fr', besieger: 'vi' } as const;

/** A sentence with its names set in bold; a name of something on the map chooses it. */
export function Sentence({ desk, text, links = false }: { readonly desk: Desk; readonly text: string; readonly links?: boolean }): JSX.Element {
  const parts = partsOf(text);
  return (
    <>
      {parts.map((part, index) => {
        if (part.kind === null) return index > 0 ? part.text.slice(markAfter(parts, index - 1).length) : part.text;
        const mark = markAfter(parts, index);
        const piece = <Piece key={index} desk={desk} part={part} links={links} />;
        return mark === '' ? piece : <span key={index} class="together">{piece}{mark}</span>;
      })}
    </>
  );
}

/** The comma or stop that follows a name: it must not begin a line. */
function markAfter(parts: readonly Part[], index: number): string {
  const next = parts[index + 1];
  return next === undefined || next.kind !== null ? '' : (/^[\u00a0]?[,.;:)?!]+/.exec(next.text)?.[0] ?? '');
}

/** A number at the end of a name stays with it: "Éliane 2". */
function heldTogether(name: string): string {
  return name.replace(/ (?=\S{1,2}$)/, '\u00a0');
}

function Piece({ desk, part, links }: { readonly desk: Desk; readonly part: Part; readonly links: boolean }): JSX.Element {
  const side = desk.play.value?.side ?? 'garrison';
  const lang = part.kind === 'post' ? NAME_LANG[side] : undefined;
  const target = selectionOf(part);
  if (!links || target === null) return <b lang={lang}>{heldTogether(part.text)}</b>;
  return (
    <button type="button" class="name" lang={lang} onClick={() => (desk.selection.value = target)}>
      {heldTogether(part.text)}
    </button>
  );
}

function selectionOf(part: Part): Selection | null {
  if (part.kind === 'post' || part.kind === 'unit' || part.kind === 'battery' || part.kind === 'fix') return { kind: part.kind, id: part.id };
  return null;
}
