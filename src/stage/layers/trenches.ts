/** Trenches of the besieger: crenels where they are dug, dots where they are only traced. */
import type { Marks, TrenchMark } from '../facts/marks.ts';
import { crenels, TOOTH_DEPTH, TOOTH_STEP } from '../geometry/crenels.ts';
import { cutAt, pointAt, type XY } from '../geometry/lines.ts';
import { cased, fill, ink, trace, type Frame, type Pen } from '../pen.ts';
import type { Theme } from '../theme.ts';

/** Metres by share of the line that were dug in the turn that is being told, by id. */
export type NewLength = ReadonlyMap<string, number>;

/** Draws every trench; the part from `was` on, dug in this turn, heavier. */
export function paintTrenches(pen: Pen, frame: Frame, marks: Marks, theme: Theme, was: NewLength): void {
  pen.lineJoin = 'miter';
  for (const old of marks.oldTrenches) paintCrenels(pen, old.line.map((place) => frame.to(place)), old, theme, frame.pxPerKm < 60 ? 1.3 : 1.6, frame.pxPerKm < 60);
  for (const trench of marks.trenches) paintTrench(pen, frame, trench, theme, was.get(trench.id) ?? trench.dug);
}

function paintTrench(pen: Pen, frame: Frame, trench: TrenchMark, theme: Theme, was: number): void {
  const colour = theme.nation.besieger.line;
  const line = trench.line.map((place) => frame.to(place));
  const [dug, ahead] = cutAt(line, trench.dug);
  if (trench.traced && ahead.length > 1) {
    trace(pen, ahead);
    pen.lineCap = 'round';
    cased(pen, theme.casing, colour, 1.5, [1.5, 4]);
    pen.lineCap = 'butt';
  }
  if (dug.length < 2) return;
  const small = frame.pxPerKm < 60;
  for (const part of standing(line, trench)) paintCrenels(pen, part, trench, theme, small ? 1.3 : 1.7, small);
  const [, fresh] = cutAt(line, was);
  const heavier = cutAt(fresh, was >= 1 ? 1 : (trench.dug - was) / (1 - was))[0];
  if (trench.dug > was && heavier.length > 1) paintCrenels(pen, heavier, trench, theme, 2.4, small);
  paintHead(pen, pointAt(dug, dug.length - 1), theme);
}

/** The dug part without what was filled in again. */
function standing(line: readonly XY[], { dug, filled }: TrenchMark): XY[][] {
  const ends = [...filled, [dug, 1] as const];
  let from = 0;
  return ends.flatMap(([start, end]) => {
    const [a, b] = [from, Math.min(start, dug)];
    from = end;
    if (b - a < 1e-6) return [];
    const upTo = cutAt(line, b)[0];
    const part = a <= 0 ? upTo : cutAt(upTo, a / b)[1];
    return part.length < 2 ? [] : [part];
  });
}

function paintCrenels(pen: Pen, line: readonly XY[], trench: Pick<TrenchMark, 'teeth'>, theme: Theme, width: number, small: boolean): void {
  trace(pen, small ? crenels(line, trench.teeth, 4, 2.6) : crenels(line, trench.teeth, TOOTH_STEP, TOOTH_DEPTH));
  cased(pen, theme.casing, theme.nation.besieger.line, width);
}

/** The head of the sap: where men dig, or wait to jump off. */
function paintHead(pen: Pen, [x, y]: XY, theme: Theme): void {
  pen.beginPath();
  pen.arc(x, y, 2.6, 0, 2 * Math.PI);
  ink(pen, theme.casing, 2.4);
  fill(pen, theme.nation.besieger.line);
}
