/** Men, guns and fixes as small pictures of a fixed size above the sheet. */
import { Atlas, ImagePool } from '../atlas.ts';
import { DEPTH, putAt, type Board } from '../board.ts';
import type { Camera } from '../camera.ts';
import type { Marks } from '../facts/marks.ts';
import { piecesOn, type Piece } from '../layout/pieces.ts';
import { fixArt, gunArt } from '../symbols/gun-art.ts';
import { faceName, pieceArt, type SymbolSet } from '../symbols/piece-art.ts';

/** Says the age of a sighting in a word or two. */
export type AgeWords = (turns: number) => string;

const ATLAS_SIDE = 1024;
/** A sighting of the turn before looks unsure; only older ones have their age written beside them. */
const WORTH_SAYING = 2;

export class PieceLayer {
  private readonly board: Board;
  private readonly atlas: Atlas;
  private readonly pool: ImagePool;
  private pieces: readonly Piece[] = [];
  private readonly moved = new Map<string, readonly [number, number]>();
  private faded: ReadonlySet<string> | null = null;

  constructor(board: Board) {
    this.board = board;
    this.atlas = new Atlas(board, ATLAS_SIDE);
    this.pool = new ImagePool(board, DEPTH.pieces);
  }

  /** Forgets every picture drawn so far. */
  forget(): void {
    this.atlas.clear();
  }

  /** What lies on the screen now; for pointing at. */
  get shown(): readonly Piece[] {
    return this.pieces;
  }

  /** Lays out all pieces for a camera. */
  show(marks: Marks, camera: Camera, set: SymbolSet, ages: AgeWords): void {
    this.pieces = piecesOn(marks, camera, set);
    this.draw(set, ages);
  }

  /** Pieces not in the set are drawn faint; null draws all in full. */
  fade(ids: ReadonlySet<string> | null): void {
    this.faded = ids;
  }

  /** Draws a piece aside from its place, in CSS pixels; for men that move. */
  shift(id: string, dx: number, dy: number): void {
    this.moved.set(id, [dx, dy]);
  }

  stopShifting(): void {
    this.moved.clear();
  }

  private draw(set: SymbolSet, ages: AgeWords): void {
    if (!this.tryDraw(set, ages)) {
      this.atlas.clear();
      this.tryDraw(set, ages);
    }
    this.atlas.send();
  }

  /** False when the atlas is full. */
  private tryDraw(set: SymbolSet, ages: AgeWords): boolean {
    this.pool.begin();
    for (const piece of this.pieces) {
      const frame = this.frameOf(piece, set, ages);
      if (frame === null) return false;
      const image = this.pool.take(this.atlas.key, frame);
      const [dx, dy] = this.shiftOf(piece);
      putAt(this.board, image, piece.x + dx, piece.y + dy);
      image.setScale(piece.scale);
      image.setAlpha(this.faded === null || piece.ids.some((id) => this.faded?.has(id)) ? 1 : 0.45);
    }
    this.pool.end();
    return true;
  }

  private shiftOf(piece: Piece): readonly [number, number] {
    for (const id of piece.ids) {
      const shift = this.moved.get(id);
      if (shift !== undefined) return shift;
    }
    return [0, 0];
  }

  private frameOf(piece: Piece, set: SymbolSet, ages: AgeWords): string | null {
    switch (piece.kind) {
      case 'men': {
        const { nation, own, arm, echelon, pips, count, age } = piece.mark;
        const face = { nation, own, arm, echelon, pips, count, age: age === null ? null : age >= WORTH_SAYING ? ages(age) : '' };
        return this.atlas.frame(faceName(set, face), () => pieceArt(set, face));
      }
      case 'gun': {
        const { nation, icon, state } = piece.mark;
        return this.atlas.frame(`gun ${nation} ${icon} ${state}`, () => gunArt(piece.mark));
      }
      case 'fix': {
        const { nation, icon, fresh, age } = piece.mark;
        const words = age >= WORTH_SAYING && piece.scale > 0.85 ? ages(age) : null;
        return this.atlas.frame(`fix ${nation} ${icon} ${String(fresh)} ${words ?? ''}`, () => fixArt(piece.mark, words));
      }
    }
  }
}
