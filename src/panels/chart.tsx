import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type uPlot from 'uplot';

/** One line of a chart; `values` by turns played. */
export interface ChartLine {
  readonly name: string;
  readonly tone: 'garrison' | 'besieger' | 'well' | 'ink';
  readonly dash: 'plain' | 'dashed' | 'dotted';
  readonly values: readonly (number | null)[];
}

interface ChartProps {
  readonly lines: readonly ChartLine[];
  /** Turns played before what is looked at: an upright line. */
  readonly turn: number;
  readonly turns: number;
  readonly night: boolean;
  readonly onTurn: (turns: number) => void;
}

const HEIGHT = 62;
const DASHES: Readonly<Record<ChartLine['dash'], number[]>> = { plain: [], dashed: [6, 3], dotted: [2, 3] };

/** A chart over the turns of the siege; a press on it looks at that turn. The words beside it say the same. */
export function Chart(props: ChartProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const shown = useRef(props);
  shown.current = props;
  useEffect(() => {
    let isGone = false;
    // The library comes with the first chart: a game that is played never loads it.
    void import('uplot').then(({ default: UPlot }) => {
      if (isGone || box.current === null) return;
      plot.current = new UPlot(optionsOf(shown, box.current), dataOf(shown.current), box.current);
    });
    return () => {
      isGone = true;
      plot.current?.destroy();
      plot.current = null;
    };
  }, [props.night, props.lines.length]);
  useEffect(() => plot.current?.setData(dataOf(props), true), [props.lines]);
  useEffect(() => plot.current?.redraw(false), [props.turn]);
  return <div class="chart" ref={box} aria-hidden="true" />;
}

function dataOf({ lines, turns }: ChartProps): uPlot.AlignedData {
  const x = Array.from({ length: turns + 1 }, (_, turn) => turn);
  return [x, ...lines.map(({ values }) => x.map((turn) => values[turn] ?? null))];
}

function optionsOf(shown: { readonly current: ChartProps }, box: HTMLElement): uPlot.Options {
  const style = getComputedStyle(box);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const tones = { garrison: colour('garrison'), besieger: colour('besieger'), well: colour('well'), ink: colour('ink-2') };
  const axis: uPlot.Axis = { stroke: colour('ink-2'), font: '11px "Archivo Narrow", sans-serif', grid: { stroke: colour('rule'), width: 0.5 }, ticks: { show: false } };
  return {
    width: Math.max(160, box.clientWidth), height: HEIGHT,
    padding: [4, 6, 2, 0],
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, y: false, points: { size: 5 }, sync: { key: 'siege' } },
    scales: { x: { time: false, range: [0, shown.current.turns] }, y: { range: (_, __, most) => [0, Math.max(1, most * 1.08)] } },
    axes: [{ ...axis, show: false }, { ...axis, size: 36, space: 24, values: (_, ticks) => ticks.map((tick) => (tick >= 10_000 ? `${String(Math.round(tick / 1000))}k` : String(tick))) }],
    series: [{}, ...shown.current.lines.map(({ tone, dash }) => ({ stroke: tones[tone], width: 1.6, dash: DASHES[dash], points: { show: false }, spanGaps: true }))],
    hooks: {
      draw: [(chart) => drawTurn(chart, shown.current.turn, colour('ink'))],
      ready: [(chart) => chart.over.addEventListener('click', () => {
        const turn = chart.cursor.idx;
        if (turn !== null && turn !== undefined) shown.current.onTurn(turn);
      })],
    },
  };
}

/** The turn that is looked at, as an upright line through all charts. */
function drawTurn(chart: uPlot, turn: number, colour: string): void {
  const x = Math.round(chart.valToPos(turn, 'x', true)) + 0.5;
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}
