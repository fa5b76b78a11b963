/** Own drawings of what is in the air, seen from above, noses to the north. */
import type { Pen } from '../pen.ts';

const [METAL, EDGE, PALE] = ['#b9b7a8', '#2c2d2b', '#e6e2d0'];

/** A twin-engined transport. */
export function drawTransport(pen: Pen): void {
  body(pen, 'M-3.6-27q3.600-5 7.200 0L4.600 14 3 27H-3L-4.600 14Z M-31-6L-4-11V2L-31-1Z M31-6L4-11V2L31-1Z M-11 22L-2 19V27L-11 26Z M11 22L2 19V27L11 26Z M-14-15q2-4 4 0V-2h-4Z M10-15q2-4 4 0V-2h-4Z', 1.6);
  pen.fillStyle = PALE;
  pen.fillRect(-1.6, -22, 3.2, 5);
}

/** A single-engined combat aircraft. */
export function drawCombat(pen: Pen): void {
  body(pen, 'M-2.400-15q2.400-3.600 4.800 0L2.600 8 1.800 16H-1.800L-2.600 8Z M-17-3L-2-6V3L-17 0Z M17-3L2-6V3L17 0Z M-6.500 13L-1.500 11V16L-6.500 15.500Z M6.500 13L1.500 11V16L6.500 15.500Z', 1.3);
}

function body(pen: Pen, path: string, width: number): void {
  const shape = new Path2D(path);
  pen.lineJoin = 'round';
  pen.strokeStyle = 'rgba(250,244,226,0.9)';
  pen.lineWidth = width + 2.2;
  pen.stroke(shape);
  pen.fillStyle = METAL;
  pen.fill(shape);
  pen.strokeStyle = EDGE;
  pen.lineWidth = width;
  pen.stroke(shape);
}

/** A canopy from above: a pale disc with its seams. */
export function drawCanopy(pen: Pen): void {
  const reach = 8.4;
  pen.beginPath();
  pen.arc(0, 0, reach, 0, 2 * Math.PI);
  pen.fillStyle = '#fbf7ea';
  pen.fill();
  pen.strokeStyle = '#4a4636';
  pen.lineWidth = 1.2;
  pen.stroke();
  pen.beginPath();
  for (let seam = 0; seam < 8; seam += 1) {
    const turn = (seam * Math.PI) / 4 + 0.2;
    pen.moveTo(0, 0);
    pen.lineTo(Math.cos(turn) * reach, Math.sin(turn) * reach);
  }
  pen.strokeStyle = 'rgba(74,70,54,0.55)';
  pen.lineWidth = 0.7;
  pen.stroke();
}

/** The soft shadow of a canopy or an aircraft. */
export function drawShadow(pen: Pen): void {
  cloud(pen, 9, 'rgba(20,18,10,0.75)', 'rgba(20,18,10,0)');
}

/** A burst of flak. */
export function drawPuff(pen: Pen): void {
  cloud(pen, 12, 'rgba(34,32,30,0.95)', 'rgba(60,58,54,0)');
}

/** Smoke behind an aircraft that was hit. */
export function drawSmoke(pen: Pen): void {
  cloud(pen, 12, 'rgba(24,22,20,0.9)', 'rgba(40,36,32,0)');
}

function cloud(pen: Pen, reach: number, middle: string, edge: string): void {
  const shade = pen.createRadialGradient(0, 0, 0, 0, 0, reach);
  shade.addColorStop(0, middle);
  shade.addColorStop(0.6, middle);
  shade.addColorStop(1, edge);
  pen.fillStyle = shade;
  pen.beginPath();
  pen.arc(0, 0, reach, 0, 2 * Math.PI);
  pen.fill();
}
