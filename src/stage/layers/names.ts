/** Names above everything but orders: drawn once each, never larger or smaller than their kind. */
import { Atlas, ImagePool } from '../atlas.ts';
import { DEPTH, putAt, type Board } from '../board.ts';
import type { Marks, PlaceName } from '../facts/marks.ts';
import { namesOn, type NameRoom, type PlacedName } from '../layout/names.ts';
import { labelArt, labelSize } from '../symbols/label-art.ts';

const ATLAS_SIDE = 1024;

export class NameLayer {
  private readonly board: Board;
  private readonly atlas: Atlas;
  private readonly pool: ImagePool;

  constructor(board: Board) {
    this.board = board;
    this.atlas = new Atlas(board, ATLAS_SIDE);
    this.pool = new ImagePool(board, DEPTH.names);
  }

  /** Forgets every picture drawn so far. */
  forget(): void {
    this.atlas.clear();
  }

  /** Lays out all names for a camera, clear of pieces. */
  show(marks: Pick<Marks, 'posts'>, places: readonly PlaceName[], room: Omit<NameRoom, 'measure'>): void {
    const names = namesOn(marks, places, { ...room, measure: labelSize });
    if (!this.tryDraw(names)) {
      this.atlas.clear();
      this.tryDraw(names);
    }
    this.atlas.send();
  }

  private tryDraw(names: readonly PlacedName[]): boolean {
    this.pool.begin();
    for (const { x, y, tilt, face } of names) {
      const frame = this.atlas.frame(JSON.stringify(face), () => labelArt(face));
      if (frame === null) return false;
      const image = this.pool.take(this.atlas.key, frame);
      // Level text lies on whole pixels, else it blurs.
      const at = tilt === 0 ? [Math.round(x * this.board.dpr) / this.board.dpr, Math.round(y * this.board.dpr) / this.board.dpr] as const : [x, y] as const;
      putAt(this.board, image, at[0], at[1]);
      image.setRotation(tilt);
    }
    this.pool.end();
    return true;
  }
}
