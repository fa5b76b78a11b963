import type { JSX } from 'preact';
import { ICONS, type IconId, type IconShapes } from './icons.ts';

/** One icon; it says nothing to screen readers, the words beside it do. */
export function Icon({ name, size = 16 }: { readonly name: IconId; readonly size?: number }): JSX.Element {
  const icon: IconShapes = ICONS[name];
  const box = icon.filled ? 512 : 24;
  const shapes = icon.shapes.map(([Tag, attributes], index) => <Tag key={index} {...attributes} />);
  return (
    <svg class={icon.filled ? 'icon filled' : 'icon'} width={size} height={size} viewBox={`0 0 ${String(box)} ${String(box)}`} aria-hidden="true">
      {shapes}
    </svg>
  );
}
