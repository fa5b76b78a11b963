import type { JSX } from 'preact';

interface GaugeProps {
  /** What is filled, 0-1. */
  readonly part: number;
  /** A full-height mark: the floor or the needed level, 0-1; null for none. */
  readonly mark: number | null;
  readonly low: boolean;
  readonly width?: number;
  readonly tone?: 'well' | 'garrison' | 'besieger' | 'amber';
}

/** A track with its fill and its mark; low ones are hatched. The words beside it carry the number. */
export function Gauge({ part, mark, low, width = 96, tone = 'well' }: GaugeProps): JSX.Element {
  const filled = Math.max(0, Math.min(1, part)) * width;
  return (
    <svg class="gauge" width={width} height={18} viewBox={`0 0 ${String(width)} 18`} aria-hidden="true" preserveAspectRatio="none">
      <rect class="track" y={5} width={width} height={8} />
      <rect class={low ? 'fill low' : `fill ${tone}`} y={5} width={filled} height={8} />
      {low ? <rect y={5} width={filled} height={8} fill="url(#hatch-low)" /> : null}
      {mark === null ? null : <path class="mark" d={`M${String(mark * width)} 1V17`} />}
    </svg>
  );
}

/** A signed bar from a middle line: what pulls down to the left, what lifts to the right. */
export function SignedBar({ points, most }: { readonly points: number; readonly most: number }): JSX.Element {
  const length = (Math.abs(points) / Math.max(1, most)) * 32;
  return (
    <svg class="signed" width={72} height={10} viewBox="0 0 72 10" aria-hidden="true">
      <rect class={points < 0 ? 'fill low' : 'fill well'} x={points < 0 ? 38 - length : 38} y={1} width={length} height={8} />
      {points < 0 ? <rect x={38 - length} y={1} width={length} height={8} fill="url(#hatch-low)" /> : null}
      <path class="mark" d="M38 0V10" />
    </svg>
  );
}

/** The hatch of low gauges, drawn once for the whole page. */
export function Hatches(): JSX.Element {
  return (
    <svg class="hatches" width={0} height={0} aria-hidden="true">
      <defs>
        <pattern id="hatch-low" width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path class="hatch" d="M0 0V5" />
        </pattern>
      </defs>
    </svg>
  );
}
