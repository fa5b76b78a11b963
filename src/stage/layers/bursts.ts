/** Shells in flight and where they burst: small pictures for the time of a pulse. */
import { Atlas, ImagePool } from '../atlas.ts';
import { DEPTH, putAt, type Board } from '../board.ts';
import { onScreen, type Camera } from '../camera.ts';
import { arcBetween, onArc } from '../geometry/arc.ts';
import type { Burst, Shot } from '../playback/telling.ts';
import { drawBurst } from '../symbols/gun-art.ts';
import type { Pen } from '../pen.ts';

export class BurstLayer {
  private readonly board: Board;
  private readonly atlas: Atlas;
  private readonly pool: ImagePool;
  private readonly burst: string;
  private readonly shell: string;

  constructor(board: Board) {
    this.board = board;
    this.atlas = new Atlas(board, 96);
    this.pool = new ImagePool(board, DEPTH.burst);
    this.burst = this.atlas.frame('burst', () => ({ width: 44, height: 44, draw: (pen) => drawBurst(pen, 0, 0, 2) })) ?? '';
    this.shell = this.atlas.frame('shell', () => ({ width: 10, height: 10, draw: drawShell })) ?? '';
    this.atlas.send();
  }

  /** Shells at a share of their flight, bursts at a share of theirs; either may be over (1) or not begun (0). */
  show(camera: Camera, shots: readonly Shot[], flown: number, bursts: readonly Burst[], burst: number): void {
    this.pool.begin();
    if (flown > 0 && flown < 1) for (const shot of shots) this.fly(camera, shot, flown);
    if (burst > 0 && burst < 1) for (const one of bursts) this.open(camera, one, burst);
    this.pool.end();
  }

  clear(): void {
    this.pool.begin();
    this.pool.end();
  }

  private fly(camera: Camera, { from, to }: Shot, flown: number): void {
    const [x, y] = onArc(arcBetween(onScreen(camera, ...from), onScreen(camera, ...to)), flown);
    putAt(this.board, this.pool.take(this.atlas.key, this.shell), x, y);
  }

  private open(camera: Camera, { at, size }: Burst, share: number): void {
    const [x, y] = onScreen(camera, ...at);
    const image = this.pool.take(this.atlas.key, this.burst);
    putAt(this.board, image, x, y);
    const scale = Math.min(1.3, Math.max(0.55, camera.zoom / 165));
    image.setScale(0.5 * size * scale * (0.5 + 0.5 * Math.min(1, share * 2.4))).setAlpha(Math.min(1, 2.6 * (1 - share)));
  }
}

function drawShell(pen: Pen): void {
  pen.beginPath();
  pen.arc(0, 0, 2.6, 0, 2 * Math.PI);
  pen.fillStyle = '#2a2722';
  pen.fill();
  pen.strokeStyle = '#ffe7b8';
  pen.lineWidth = 1.2;
  pen.stroke();
}
