/**
 * A transparent sheet over the ground, inked with the pen and laid on the graphics card as one picture.
 *
 * It covers the screen and a margin around it, so that a drag only moves it; it is inked anew when the hand rests, or
 * when what it shows has changed. While the zoom changes it is stretched.
 */
import type { GameObjects } from 'phaser';
import { canvasOf, freshKey, putAt, textureOf, type Board } from './board.ts';
import { onGround, onScreen, type Camera } from './camera.ts';
import type { Frame, Pen } from './pen.ts';

/** Inks a sheet; answers false where it has nothing to draw. */
export type Painter = (pen: Pen, frame: Frame) => boolean;

/** Pixels beyond each edge of the screen: more costs time on every drawing, less on every drag. */
const MARGIN = 140;
/** Marks keep their size from here on, both ways. */
const [SMALLEST, LARGEST] = [0.62, 1.35];

export class Sheet {
  private readonly board: Board;
  private readonly depth: number;
  private image: GameObjects.Image | null = null;
  private canvas: HTMLCanvasElement | null = null;
  private pen: Pen | null = null;
  private upload: () => void = () => undefined;
  private drawnAt: Camera | null = null;
  private margin = 0;
  private drawnDpr = 0;

  constructor(board: Board, depth: number) {
    this.board = board;
    this.depth = depth;
  }

  /** Inks the sheet for a camera. */
  draw(camera: Camera, paint: Painter): void {
    const { pen, canvas } = this.fitted(camera);
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, canvas.width, canvas.height);
    pen.setTransform(this.board.dpr, 0, 0, this.board.dpr, 0, 0);
    this.drawnAt = camera;
    const something = paint(pen, frameOf(camera, this.margin));
    if (something) this.upload();
    this.image?.setVisible(something);
    this.place(camera);
  }

  /** Lays the sheet where its ground now is. */
  place(camera: Camera): void {
    const { image, drawnAt, margin } = this;
    if (image === null || drawnAt === null) return;
    const corner = onGround(drawnAt, [-margin, -margin]);
    const [x, y] = onScreen(camera, corner.east, corner.north);
    image.setScale(camera.zoom / drawnAt.zoom);
    putAt(this.board, image, x, y);
  }

  /** True when the sheet was inked for this zoom and reaches over the whole screen. */
  serves(camera: Camera): boolean {
    const { drawnAt, margin } = this;
    if (drawnAt === null || drawnAt.zoom !== camera.zoom || this.drawnDpr !== this.board.dpr) return false;
    if (drawnAt.width !== camera.width || drawnAt.height !== camera.height) return false;
    const corner = onGround(drawnAt, [0, 0]);
    const [x, y] = onScreen(camera, corner.east, corner.north);
    return Math.abs(x) <= margin && Math.abs(y) <= margin;
  }

  /** True while the sheet is stretched, or still covers the screen. */
  reaches(camera: Camera): boolean {
    return this.drawnAt?.zoom !== camera.zoom || this.serves(camera);
  }

  setAlpha(alpha: number): void {
    this.image?.setAlpha(alpha);
  }

  hide(): void {
    this.image?.setVisible(false);
  }

  private fitted(camera: Camera): { pen: Pen; canvas: HTMLCanvasElement } {
    const margin = MARGIN;
    const { dpr } = this.board;
    const width = Math.round((camera.width + 2 * margin) * dpr);
    const height = Math.round((camera.height + 2 * margin) * dpr);
    if (this.pen !== null && this.canvas?.width === width && this.canvas.height === height) return { pen: this.pen, canvas: this.canvas };
    this.free();
    const made = canvasOf(width, height);
    const key = freshKey('sheet');
    this.canvas = made.canvas;
    this.pen = made.pen;
    this.margin = margin;
    this.drawnDpr = dpr;
    this.upload = textureOf(this.board, key, made.canvas);
    this.image = this.board.scene.add.image(0, 0, key).setOrigin(0, 0).setDepth(this.depth);
    return made;
  }

  private free(): void {
    const key = this.image?.texture.key;
    this.image?.destroy();
    if (key !== undefined) this.board.scene.textures.remove(key);
    this.image = null;
  }
}

function frameOf(camera: Camera, margin: number): Frame {
  return {
    to: ([east, north]) => {
      const [x, y] = onScreen(camera, east, north);
      return [x + margin, y + margin];
    },
    under: ([x, y]) => [x + margin, y + margin],
    pxPerKm: camera.zoom,
    size: Math.min(LARGEST, Math.max(SMALLEST, camera.zoom / 165)),
    fine: camera.zoom >= 104,
    width: camera.width + 2 * margin,
    height: camera.height + 2 * margin,
  };
}
