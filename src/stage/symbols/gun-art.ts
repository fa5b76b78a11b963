/** Guns: a ring that tells the state, and the other side's as dashed diamonds inside a clock that runs out. */
import type { Art } from '../atlas.ts';
import type { FixMark, GunMark } from '../facts/marks.ts';
import type { Pen } from '../pen.ts';
import { PIECE } from '../theme.ts';
import { drawPicture } from './piece-art.ts';
import { PICTURES } from './piece-shapes.ts';

const RADIUS = 9.5;
const FACE = 'rgba(250,243,226,0.94)';
const WARNING = '#7d5200';
const DEAD = '#4f5450';

/** Half of what a gun takes on the screen, CSS pixels. */
export const GUN_REACH = 10;
/** Half of what a fix takes. */
export const FIX_REACH = 14;

/** The ring of one's own gun. */
export function gunArt({ nation, icon, state }: Pick<GunMark, 'nation' | 'icon' | 'state'>): Art {
  const colour = state === 'destroyed' ? DEAD : PIECE[nation].line;
  return { width: 34, height: 36, draw: (pen) => {
    disc(pen, RADIUS);
    pen.fillStyle = FACE;
    pen.fill();
    pen.strokeStyle = colour;
    pen.lineWidth = 1.5;
    pen.setLineDash(state === 'pinned' ? [3, 2] : []);
    pen.stroke();
    pen.setLineDash([]);
    drawPicture(pen, PICTURES[icon], 0, 0, 13, colour);
    if (state === 'pinned') drawBar(pen);
    if (state === 'damaged') drawCrack(pen);
    if (state === 'destroyed') drawCross(pen);
    if (state === 'firing') drawBurst(pen, 9, -8, 0.62);
  } };
}

function disc(pen: Pen, radius: number): void {
  pen.beginPath();
  pen.arc(0, 0, radius, 0, 2 * Math.PI);
}

function drawBar(pen: Pen): void {
  pen.beginPath();
  pen.moveTo(-RADIUS, 12);
  pen.lineTo(RADIUS, 12);
  for (const x of [-5, 0, 5]) {
    pen.moveTo(x, 9.6);
    pen.lineTo(x, 14.4);
  }
  pen.strokeStyle = WARNING;
  pen.lineWidth = 1.4;
  pen.stroke();
}

function drawCrack(pen: Pen): void {
  pen.beginPath();
  pen.moveTo(-6.5, -6.5);
  for (const [x, y] of [[-2, -2.5], [-4.5, 1], [0.5, 5.5], [-1.5, 9.5]] as const) pen.lineTo(x, y);
  pen.strokeStyle = FACE;
  pen.lineWidth = 3;
  pen.stroke();
  pen.strokeStyle = '#a8301f';
  pen.lineWidth = 1.4;
  pen.stroke();
}

function drawCross(pen: Pen): void {
  pen.beginPath();
  for (const way of [-1, 1]) {
    pen.moveTo(-7 * way, -7);
    pen.lineTo(7 * way, 7);
  }
  pen.strokeStyle = '#22292c';
  pen.lineWidth = 1.8;
  pen.stroke();
}

/** A shell burst with its pale heart. */
export function drawBurst(pen: Pen, x: number, y: number, size: number): void {
  pen.beginPath();
  pen.arc(x, y, 10 * size, 0, 2 * Math.PI);
  pen.fillStyle = 'rgba(91,74,56,0.25)';
  pen.fill();
  pen.beginPath();
  for (let point = 0; point < 16; point += 1) {
    const turn = (point / 16) * 2 * Math.PI;
    const reach = (point % 2 === 1 ? 3.4 : 8.2) * size * (1 + 0.18 * Math.sin(point * 2.7));
    pen.lineTo(x + Math.cos(turn) * reach, y + Math.sin(turn) * reach);
  }
  pen.closePath();
  pen.fillStyle = '#ffd98a';
  pen.fill();
  pen.strokeStyle = '#d9731c';
  pen.lineWidth = 1.2;
  pen.lineJoin = 'round';
  pen.stroke();
  pen.beginPath();
  pen.arc(x, y, 1.8 * size, 0, 2 * Math.PI);
  pen.fillStyle = '#fff6dd';
  pen.fill();
}

/** The other side's gun as last fixed: the arc is what is left of the fix's life, the text its age. */
export function fixArt({ nation, icon, fresh }: Pick<FixMark, 'nation' | 'icon' | 'fresh'>, age: string | null): Art {
  const { pale, deep, line } = PIECE[nation];
  return { width: age === null ? 36 : 84, height: age === null ? 36 : 58, draw: (pen) => {
    disc(pen, 13.5);
    pen.fillStyle = 'rgba(250,243,226,0.5)';
    pen.fill();
    pen.strokeStyle = line;
    pen.lineWidth = 0.9;
    pen.setLineDash([1.5, 2.5]);
    pen.stroke();
    pen.setLineDash([]);
    pen.beginPath();
    pen.arc(0, 0, 11.6, -Math.PI / 2, -Math.PI / 2 + (2 * Math.PI * fresh) / 1000);
    pen.lineWidth = 1.9;
    pen.stroke();
    pen.beginPath();
    for (const [x, y] of [[0, -9], [9, 0], [0, 9], [-9, 0]] as const) pen.lineTo(x, y);
    pen.closePath();
    pen.fillStyle = pale;
    pen.fill();
    pen.strokeStyle = deep;
    pen.lineWidth = 1.2;
    pen.setLineDash([3, 2]);
    pen.stroke();
    pen.setLineDash([]);
    drawPicture(pen, PICTURES[icon], 0, 0, 9.5, deep);
    if (age !== null) drawText(pen, age, 22, deep);
  } };
}

function drawText(pen: Pen, text: string, y: number, colour: string): void {
  pen.font = '600 11px "Archivo Narrow", sans-serif';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.lineJoin = 'round';
  pen.strokeStyle = 'rgba(252,246,230,0.95)';
  pen.lineWidth = 3;
  pen.strokeText(text, 0, y);
  pen.fillStyle = colour;
  pen.fillText(text, 0, y);
}
