import type { JSX } from 'preact';
import type { SideView } from '../engine/index.ts';
import type { CurvePoint } from '../session/curves.ts';
import type { Course } from '../session/watching.ts';
import { Card } from './card.tsx';
import { Chart, type ChartLine } from './chart.tsx';
import type { Desk } from './desk.ts';
import type { Names } from './text/names.ts';
import { number } from './text/numbers.ts';
import { say } from './text/say.ts';
import { watchSeek } from './watch-pace.ts';

/** One chart of the card: its title and its lines. */
interface Curve {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly ChartLine[];
}

/** The siege as curves over all turns played out, with the turn looked at; in words as well. */
export function CurvesCard({ desk }: { readonly desk: Desk; /** Counts the changes of the game. */ readonly changes: number }): JSX.Element | null {
  const course = desk.watch.course.value;
  const view = desk.view.value;
  const names = desk.names.value;
  const turn = desk.play.value?.turn ?? 0;
  if (view === null || names === null) return null;
  const { lang } = names;
  return (
    <Card id="curves" title={say(lang, 'curves.title')} fact={say(lang, 'curves.note', { turn: number(lang, course?.turns ?? 0) })}>
      {course === null || course.points.length < 2 ? <p class="empty">{say(lang, 'curves.none')}</p> : curvesOf(course, view, names).map((curve) => (
        <CurveFigure key={curve.id} curve={curve} turn={turn} view={view} names={names} night={desk.night.value} onTurn={(turns) => watchSeek(desk, turns)} />
      ))}
    </Card>
  );
}

interface FigureProps {
  readonly curve: Curve;
  readonly turn: number;
  readonly view: SideView;
  readonly names: Names;
  readonly night: boolean;
  readonly onTurn: (turns: number) => void;
}

function CurveFigure({ curve, turn, view, names, night, onTurn }: FigureProps): JSX.Element {
  const { lang } = names;
  const now = curve.lines.map((line) => ({ line, words: valueWords(line.values[turn] ?? null, names) }));
  const list = now.map(({ line, words }) => say(lang, 'curve.now', { name: line.name, n: words })).join(', ');
  return (
    <figure class="curve" id={`curve-${curve.id}`}>
      <figcaption>
        <b>{curve.title}</b>
        <span class="legend" aria-hidden="true">{now.map(({ line, words }) => <span key={line.name} class={`line ${line.tone} ${line.dash}`}><i />{line.name} <b>{words}</b></span>)}</span>
        <span class="unseen">{say(lang, 'curve.summary', { title: curve.title, list })}</span>
      </figcaption>
      <Chart lines={curve.lines} turn={turn} turns={view.turns} night={night} onTurn={onTurn} />
    </figure>
  );
}

function valueWords(value: number | null, { lang }: Names): string {
  return value === null ? say(lang, 'curve.unknown') : number(lang, value >= 100 ? Math.round(value) : Math.round(value * 10) / 10);
}

function curvesOf({ points, weapon }: Course, view: SideView, names: Names): readonly Curve[] {
  const { lang } = names;
  const { sides } = view.facts;
  const of = (read: (point: CurvePoint, index: number) => number | null): readonly (number | null)[] => points.map(read);
  const line = (name: string, tone: ChartLine['tone'], values: readonly (number | null)[], dash: ChartLine['dash'] = 'plain'): ChartLine => ({ name, tone, dash, values });
  const shells = say(lang, 'curve.stores.shells', { weapon: weapon === null ? '' : names.weaponShort(weapon) });
  const air = points.at(-1)?.dropped === 0 && points.at(-1)?.recovered === 0 ? [] : [{
    id: 'air', title: say(lang, 'curve.air'), lines: [
      line(say(lang, 'curve.air.dropped'), 'ink', of((_, i) => perDay(points, i, 'dropped')), 'dotted'),
      line(say(lang, 'curve.air.recovered'), 'garrison', of((_, i) => perDay(points, i, 'recovered'))),
      line(say(lang, 'curve.air.captured'), 'besieger', of((_, i) => perDay(points, i, 'captured')), 'dashed'),
    ],
  }];
  return [
    { id: 'stores', title: say(lang, 'curve.stores'), lines: [line(say(lang, 'curve.stores.food'), 'well', of(({ foodDays }) => foodDays)), line(shells, 'garrison', of(({ shellDays }) => shellDays), 'dashed')] },
    ...air,
    { id: 'guns', title: say(lang, 'curve.guns'), lines: bothSides(sides, lang, of(({ guns }) => guns.garrison), of(({ guns }) => guns.besieger)) },
    { id: 'men', title: say(lang, 'curve.men'), lines: bothSides(sides, lang, of(({ men }) => men.garrison), of(({ men }) => men.besieger)) },
    { id: 'will', title: say(lang, 'curve.will'), lines: [line(say(lang, 'curve.will.garrison'), 'garrison', of(({ cohesion }) => cohesion / 10)), line(say(lang, 'curve.will.besieger'), 'besieger', of(({ will }) => will / 10), 'dashed')] },
    { id: 'area', title: say(lang, 'curve.area'), lines: [line(say(lang, 'curve.area.camp'), 'garrison', of(({ areaHexes }) => areaHexes * names.hexHectares)), line(say(lang, 'curve.area.zone'), 'ink', of(({ zoneHexes }) => zoneHexes * names.hexHectares), 'dotted')] },
  ];
}

function bothSides(sides: SideView['facts']['sides'], lang: Names['lang'], garrison: readonly (number | null)[], besieger: readonly (number | null)[]): readonly ChartLine[] {
  return [
    { name: sides.garrison.short[lang], tone: 'garrison', dash: 'plain', values: garrison },
    { name: sides.besieger.short[lang], tone: 'besieger', dash: 'dashed', values: besieger },
  ];
}

/** Tonnes in the last two turns: a day. */
function perDay(points: readonly CurvePoint[], index: number, field: 'dropped' | 'recovered' | 'captured'): number | null {
  const [now, before] = [points[index], points[Math.max(0, index - 2)]];
  return now === undefined || before === undefined ? null : (now[field] - before[field]) / 1000;
}
