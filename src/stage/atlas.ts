/** Small pictures drawn once, side by side on one canvas, and used many times. */
import type { GameObjects } from 'phaser';
import { canvasOf, freshKey, textureOf, type Board } from './board.ts';
import type { Pen } from './pen.ts';

/** A small picture: its size in CSS pixels and how it is drawn, with the pen in its middle. */
export interface Art {
  readonly width: number;
  readonly height: number;
  draw(pen: Pen): void;
}

const GAP = 2;

export class Atlas {
  private readonly board: Board;
  private readonly side: number;
  private readonly frames = new Set<string>();
  private readonly canvas: HTMLCanvasElement;
  private readonly pen: Pen;
  private readonly upload: () => void;
  readonly key = freshKey('atlas');
  private x = GAP;
  private y = GAP;
  private row = 0;
  private changed = false;

  /** A square sheet of so many CSS pixels a side. */
  constructor(board: Board, side: number) {
    this.board = board;
    this.side = Math.min(4096, Math.round(side * board.dpr));
    const { canvas, pen } = canvasOf(this.side, this.side);
    this.canvas = canvas;
    this.pen = pen;
    this.upload = textureOf(board, this.key, canvas);
  }

  /** The frame with this name, drawn if it is not there; null when the sheet is full. */
  frame(name: string, art: () => Art): string | null {
    if (this.frames.has(name)) return name;
    const { dpr } = this.board;
    const made = art();
    // Even sides: the middle of the picture lies on a whole pixel, so text stays sharp.
    const [width, height] = [2 * Math.ceil((made.width * dpr) / 2), 2 * Math.ceil((made.height * dpr) / 2)];
    if (!this.findRoom(width, height)) return null;
    this.pen.setTransform(dpr, 0, 0, dpr, this.x + width / 2, this.y + height / 2);
    this.pen.save();
    made.draw(this.pen);
    this.pen.restore();
    this.board.scene.textures.get(this.key).add(name, 0, this.x, this.y, width, height);
    this.frames.add(name);
    this.x += width + GAP;
    this.row = Math.max(this.row, height);
    this.changed = true;
    return name;
  }

  /** Sends what was drawn to the graphics card; once for many frames. */
  send(): void {
    if (this.changed) this.upload();
    this.changed = false;
  }

  /** Wipes the sheet; images must take new frames afterwards. */
  clear(): void {
    const texture = this.board.scene.textures.get(this.key);
    for (const name of this.frames) texture.remove(name);
    this.frames.clear();
    this.pen.setTransform(1, 0, 0, 1, 0, 0);
    this.pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
    [this.x, this.y, this.row] = [GAP, GAP, 0];
  }

  destroy(): void {
    this.board.scene.textures.remove(this.key);
  }

  private findRoom(width: number, height: number): boolean {
    if (this.x + width + GAP > this.side) {
      this.x = GAP;
      this.y += this.row + GAP;
      this.row = 0;
    }
    return this.y + height + GAP <= this.side && width + 2 * GAP <= this.side;
  }
}

/** Images that come and go: those not used in a round are hidden. */
export class ImagePool {
  private readonly board: Board;
  private readonly depth: number;
  private readonly images: GameObjects.Image[] = [];
  private used = 0;

  constructor(board: Board, depth: number) {
    this.board = board;
    this.depth = depth;
  }

  /** Begins a round. */
  begin(): void {
    this.used = 0;
  }

  /** The next image of the round, showing a frame. */
  take(texture: string, frame: string): GameObjects.Image {
    let image = this.images[this.used];
    if (image === undefined) {
      image = this.board.scene.add.image(0, 0, texture, frame).setDepth(this.depth);
      this.images.push(image);
    }
    this.used += 1;
    // Later ones of a round lie above earlier ones.
    return image.setTexture(texture, frame).setVisible(true).setAlpha(1).setScale(1).setRotation(0);
  }

  /** Ends a round: hides what was not taken. */
  end(): void {
    for (let i = this.used; i < this.images.length; i += 1) this.images[i]?.setVisible(false);
  }
}
