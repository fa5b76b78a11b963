import type { JSX } from 'preact';
import { otherSide, type SideView } from '../engine/index.ts';
import type { Selection } from './desk.ts';
import { ICONS, type IconId, type IconShapes } from './icons.ts';
import { weaponIcon } from './stores-card.tsx';

interface CounterProps {
  readonly selection: Selection;
  readonly view: SideView;
  readonly size: number;
}

/** The counter of a thing: own side in a rectangle, the other in a diamond, the colour by nation; dashed when it is only suspected. */
export function Counter({ selection, view, size }: CounterProps): JSX.Element {
  const { side, suspected } = whose(selection, view);
  const own = side === view.side;
  const frame = own ? 'M4 10H44V38H4Z' : 'M24 2L46 24 24 46 2 24Z';
  const icon: IconShapes = ICONS[pictureOf(selection, view)];
  const box = icon.filled ? 512 : 24;
  return (
    <svg class={`counter ${view.facts.sides[side].nation}`} width={size} height={size} viewBox="0 0 48 48" aria-hidden="true">
      <path class="halo" d={frame} />
      <path class={suspected ? 'frame suspected' : 'frame'} d={frame} />
      <svg class={icon.filled ? 'icon filled' : 'icon'} x={13} y={13} width={22} height={22} viewBox={`0 0 ${String(box)} ${String(box)}`}>
        {icon.shapes.map(([Tag, attributes], index) => <Tag key={index} {...attributes} />)}
      </svg>
    </svg>
  );
}

function whose({ kind, id }: Selection, view: SideView): { side: SideView['side']; suspected: boolean } {
  const other = otherSide(view.side);
  if (kind === 'fix' || kind === 'contact') return { side: other, suspected: true };
  if (kind !== 'post') return { side: view.side, suspected: false };
  const holder = view.posts.find((post) => post.id === id)?.holder;
  return { side: holder === 'besieger' ? 'besieger' : 'garrison', suspected: false };
}

function pictureOf({ kind, id }: Selection, view: SideView): IconId {
  if (kind === 'post') return 'shield';
  if (kind === 'battery') return weaponIcon(view.batteries.find((one) => one.id === id)?.weapon ?? '');
  if (kind === 'fix') return weaponIcon(view.fixes.find((one) => one.id === id)?.weapon ?? '');
  return 'helmet';
}
