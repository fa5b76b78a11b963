/** Aircraft, canopies and flak: small pictures above everything else, for the time of a pulse. */
import { Atlas, ImagePool } from '../atlas.ts';
import { DEPTH, putAt, type Board } from '../board.ts';
import { onScreen, type Camera } from '../camera.ts';
import { mixed, type XY } from '../geometry/lines.ts';
import type { Canopy, Flight, Puff, Sky } from '../playback/flights.ts';
import { drawCanopy, drawCombat, drawPuff, drawShadow, drawSmoke, drawTransport } from '../symbols/air-art.ts';

/** Share of a pulse that a canopy takes to come down, and an aircraft to cross. */
const [FALL, CROSS, BURST] = [0.42, 0.6, 0.3];
/** Pixels that a shadow lies off for each hundred metres of height left. */
const SHADOW = 1.5;

export class SkyLayer {
  private readonly board: Board;
  private readonly atlas: Atlas;
  private readonly pool: ImagePool;
  private readonly frames: Readonly<Record<'transport' | 'combat' | 'canopy' | 'shadow' | 'puff' | 'smoke', string>>;

  constructor(board: Board) {
    this.board = board;
    this.atlas = new Atlas(board, 512);
    this.pool = new ImagePool(board, DEPTH.light);
    const frame = (name: string, side: number, draw: Parameters<Atlas['frame']>[1] extends () => infer Art ? (Art extends { draw: infer Draw } ? Draw : never) : never): string =>
      this.atlas.frame(name, () => ({ width: side, height: side, draw })) ?? '';
    this.frames = {
      transport: frame('transport', 68, drawTransport),
      combat: frame('combat', 40, drawCombat),
      canopy: frame('canopy', 22, drawCanopy),
      shadow: frame('shadow', 20, drawShadow),
      puff: frame('puff', 26, drawPuff),
      smoke: frame('smoke', 26, drawSmoke),
    };
    this.atlas.send();
  }

  /** The sky at a share of its pulse. */
  show(camera: Camera, sky: Sky, share: number): void {
    this.pool.begin();
    const size = Math.min(1.25, Math.max(0.5, camera.zoom / 165));
    for (const canopy of sky.canopies) this.fall(camera, canopy, share, size);
    for (const puff of sky.puffs) this.burst(camera, puff, share, size);
    for (const flight of sky.flights) this.fly(camera, flight, share, size);
    this.pool.end();
  }

  clear(): void {
    this.pool.begin();
    this.pool.end();
  }

  private fall(camera: Camera, { at, start, height, smashed }: Canopy, share: number, size: number): void {
    const down = (share - start) / (smashed ? FALL / 3 : FALL);
    if (down <= 0 || down >= 1) return;
    const [x, y] = onScreen(camera, ...at);
    if (isOff(camera, x, y)) return;
    const left = (1 - down) * (1 - down);
    const gap = left * height * SHADOW * size;
    putAt(this.board, this.pool.take(this.atlas.key, this.frames.shadow).setAlpha(0.5).setScale(size), x + gap, y + gap * 0.8);
    if (!smashed) putAt(this.board, this.pool.take(this.atlas.key, this.frames.canopy).setScale(size * (0.75 + 0.35 * left)), x, y - gap * 0.25);
  }

  private fly(camera: Camera, { from, to, start, kind, lost }: Flight, share: number, size: number): void {
    const flown = (share - start) / CROSS;
    if (flown <= 0 || flown >= 1 || (lost && flown > 0.7)) return;
    const [a, b] = [onScreen(camera, ...from), onScreen(camera, ...to)];
    const [x, y] = mixed(a, b, flown);
    const turn = Math.atan2(b[1] - a[1], b[0] - a[0]) + Math.PI / 2;
    putAt(this.board, this.pool.take(this.atlas.key, this.frames.shadow).setAlpha(0.35).setScale(size * 2.2, size * 1.6), x + 26 * size, y + 22 * size);
    putAt(this.board, this.pool.take(this.atlas.key, this.frames[kind]).setScale(size).setRotation(turn + (lost && flown > 0.5 ? 0.4 : 0)), x, y);
    if (!lost || flown < 0.4) return;
    for (let i = 1; i <= 5; i += 1) {
      const [sx, sy]: XY = mixed(a, b, flown - i * 0.012);
      putAt(this.board, this.pool.take(this.atlas.key, this.frames.smoke).setScale(size * (0.4 + i * 0.13)).setAlpha(0.8 - i * 0.1), sx, sy);
    }
  }

  private burst(camera: Camera, { at, start }: Puff, share: number, size: number): void {
    const open = (share - start) / BURST;
    if (open <= 0 || open >= 1) return;
    const [x, y] = onScreen(camera, ...at);
    if (isOff(camera, x, y)) return;
    putAt(this.board, this.pool.take(this.atlas.key, this.frames.puff).setScale(size * (0.5 + 0.6 * Math.sqrt(open))).setAlpha(0.9 * (1 - open)), x, y);
  }
}

function isOff({ width, height }: Camera, x: number, y: number): boolean {
  return x < -30 || y < -30 || x > width + 30 || y > height + 30;
}
