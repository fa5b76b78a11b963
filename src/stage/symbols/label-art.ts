/** Names as pictures: each with its halo, in the face and size that its kind has. */
import type { Art } from '../atlas.ts';
import { canvasOf } from '../board.ts';
import type { Pen } from '../pen.ts';

/** One name, one or two lines. */
export interface LabelFace {
  readonly text: string;
  readonly font: string;
  readonly size: number;
  readonly colour: string;
  readonly halo: string;
  readonly spacing: number;
  /** The other side's name, small, under it; empty for none. */
  readonly under: string;
  readonly underColour: string;
  readonly alpha: number;
}

/** Second lines are this large. */
export const UNDER_SIZE = 11.5;
const UNDER_FONT = '500 11.5px "Archivo Narrow", sans-serif';

let ruler: Pen | null = null;

/** The space a name takes, CSS pixels. */
export function labelSize(face: LabelFace): readonly [width: number, height: number] {
  ruler ??= canvasOf(8, 8).pen;
  ruler.letterSpacing = `${String(face.spacing)}px`;
  ruler.font = face.font;
  const first = ruler.measureText(face.text).width;
  ruler.letterSpacing = '0px';
  ruler.font = UNDER_FONT;
  const second = face.under === '' ? 0 : ruler.measureText(face.under).width;
  // Vietnamese capitals carry two marks: a line is 1.3 times its letters.
  return [Math.max(first, second) + 8, face.size * 1.3 + 6 + (face.under === '' ? 0 : UNDER_SIZE)];
}

/** The picture of a name. */
export function labelArt(face: LabelFace): Art {
  const [width, height] = labelSize(face);
  return { width, height, draw: (pen) => {
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.lineJoin = 'round';
    pen.globalAlpha = face.alpha;
    const y = face.under === '' ? 0 : -UNDER_SIZE / 2;
    pen.letterSpacing = `${String(face.spacing)}px`;
    write(pen, face.text, y, face.font, face.colour, face.halo, 3.4);
    pen.letterSpacing = '0px';
    if (face.under !== '') write(pen, face.under, y + face.size / 2 + UNDER_SIZE / 2 + 0.5, UNDER_FONT, face.underColour, face.halo, 3);
  } };
}

function write(pen: Pen, text: string, y: number, font: string, colour: string, halo: string, width: number): void {
  pen.font = font;
  pen.strokeStyle = halo;
  pen.lineWidth = width;
  pen.strokeText(text, 0, y);
  pen.fillStyle = colour;
  pen.fillText(text, 0, y);
}
