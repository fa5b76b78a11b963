/**
 * The painted ground under everything: tiles by day, the same by night above them, cross-faded.
 *
 * The whole sheet is painted once at a middle scale; nearer looks get a finer piece around the screen. Until the
 * first tiles come there is bare paper with the river.
 */
import type { GameObjects } from 'phaser';
import type { MapFacts, PostView } from '../engine/index.ts';
import { canvasOf, DEPTH, freshKey, putAt, textureOf, type Board } from './board.ts';
import { groundSeen, onScreen, type Camera } from './camera.ts';
import { smooth, type XY } from './geometry/lines.ts';
import { sheetWindow, type GroundLight, type GroundTile, type GroundWindow } from './ground/ground-map.ts';
import { GroundPainter } from './ground/ground-painter.ts';
import { trace, ink } from './pen.ts';
import { NIGHT_PAPER, PAPER } from './theme.ts';

const RELIEFS = import.meta.glob<string>('../../assets/maps/*.relief', { eager: true, query: '?url', import: 'default' });

/** The whole sheet is painted at this scale, device pixels a kilometre … */
const WHOLE = 90;
/** … finer pieces at that of the screen, up to this one. */
const FINEST = 400;
/** A piece serves until the screen is this much finer. */
const SERVES = 1.25;
/** A finer piece reaches this share of the screen beyond it. */
const ROOM = 0.25;

interface Tile {
  readonly image: GameObjects.Image;
  readonly light: GroundLight;
  readonly corner: XY;
  /** Device pixels a kilometre that the tile was painted at. */
  readonly pxPerKm: number;
  readonly canvas: HTMLCanvasElement;
  readonly rough: boolean;
  readonly job: number;
  /** True where a finer piece hides it altogether. */
  covered: boolean;
}

export class GroundLayer {
  private readonly board: Board;
  private readonly painter = new GroundPainter();
  private tiles: Tile[] = [];
  private map: MapFacts | null = null;
  private trodden: readonly { readonly east: number; readonly north: number }[] = [];
  private relief: ArrayBuffer | null = null;
  private nightness = 0;
  private job = 0;
  private painted: { readonly pxPerKm: number; readonly window: GroundWindow } | null = null;
  private isBusy = false;
  private isWhole = false;
  private camera: Camera | null = null;
  private wanted: Camera | null = null;
  private readonly changed: () => void;
  private closed = false;

  /** `changed` is called whenever there is more to see. */
  constructor(board: Board, changed: () => void) {
    this.board = board;
    this.changed = changed;
  }

  /** Shows bare paper and the river at once, then paints; resolves when the whole sheet is there. */
  async show(map: MapFacts, posts: readonly PostView[], camera: Camera): Promise<void> {
    this.map = map;
    this.trodden = posts.map(({ east, north }) => ({ east, north }));
    for (const tile of this.tiles) this.free(tile);
    this.tiles = [];
    this.layPaper(map);
    this.place(camera);
    this.changed();
    this.relief = await reliefOf(map.id);
    if (this.closed) return;
    this.isWhole = false;
    this.painted = null;
    await this.paint(WHOLE, sheetWindow(map), camera);
    this.isWhole = true;
    await this.refine(this.camera ?? camera);
  }

  /** Lays every tile where it now belongs. */
  place(camera: Camera): void {
    this.camera = camera;
    for (const tile of this.tiles) this.lay(tile, camera);
  }

  /** 0 by day, 1 by night. */
  setNightness(share: number): void {
    this.nightness = share;
    for (const tile of this.tiles) this.light(tile);
  }

  /** Paints finer ground for a camera that has come to rest, where the ground there is would be too coarse. */
  async refine(camera: Camera): Promise<void> {
    this.wanted = camera;
    if (this.isBusy || !this.isWhole || this.map === null || this.closed) return;
    const pxPerKm = Math.min(FINEST, Math.round(camera.zoom * this.board.dpr));
    if (pxPerKm <= WHOLE * SERVES) return;
    const seen = within(groundSeen(camera), sheetWindow(this.map));
    if (this.painted !== null && this.painted.pxPerKm * SERVES >= pxPerKm && covers(this.painted.window, seen)) return;
    await this.paint(pxPerKm, within(widened(groundSeen(camera), ROOM), sheetWindow(this.map)), camera);
    if (this.wanted !== camera) await this.refine(this.wanted);
  }

  /** The day sheet around a place as a picture of its own, for what flares light; null where none is painted yet. */
  dayPatch(place: XY, metres: number, pxPerKm: number): HTMLCanvasElement | null {
    const days = this.tiles.filter(({ light, rough, pxPerKm: own }) => light === 'day' && !rough && own > 0);
    if (days.length === 0) return null;
    const side = Math.round((2 * metres * pxPerKm) / 1000);
    const { canvas, pen } = canvasOf(side, side);
    for (const tile of days.sort((a, b) => a.pxPerKm - b.pxPerKm)) {
      const scale = pxPerKm / tile.pxPerKm;
      const x = ((tile.corner[0] - place[0] + metres) * pxPerKm) / 1000;
      const y = ((place[1] + metres - tile.corner[1]) * pxPerKm) / 1000;
      pen.drawImage(tile.canvas, x, y, tile.canvas.width * scale, tile.canvas.height * scale);
    }
    return canvas;
  }

  close(): void {
    this.closed = true;
    this.painter.close();
  }

  private async paint(pxPerKm: number, window: GroundWindow, camera: Camera): Promise<void> {
    if (this.map === null) return;
    this.isBusy = true;
    this.job += 1;
    const job = this.job;
    const focus = camera.middle;
    // The painter hands bytes to its worker: a copy, for the next sheet needs them too.
    const relief = this.relief?.slice(0) ?? null;
    const request = { map: this.map, relief, trodden: this.trodden, pxPerKm, window, flood: 0, lights: ['day', 'night'] as const, folds: true, focus, isRefinement: this.isWhole };
    await this.painter.paint(request, (tile) => this.take(tile, window, job));
    this.isBusy = false;
    if (this.closed) return;
    this.dropRough(job, pxPerKm === WHOLE);
    if (pxPerKm !== WHOLE) this.painted = { pxPerKm, window };
    this.cover();
    this.changed();
  }

  private take(tile: GroundTile, window: GroundWindow, job: number): void {
    if (this.closed) return tile.bitmap.close();
    const { canvas, pen } = canvasOf(tile.bitmap.width, tile.bitmap.height);
    pen.drawImage(tile.bitmap, 0, 0);
    tile.bitmap.close();
    const corner: XY = [window.east0 + (tile.x * 1000) / tile.pxPerKm, window.north1 - (tile.y * 1000) / tile.pxPerKm];
    // A rough piece of a finer sheet would only hide the finished coarse one.
    if (tile.rough && this.tiles.some(({ job: other, rough }) => !rough && other > 0 && other !== job)) return;
    this.add({ canvas, corner, light: tile.light, pxPerKm: tile.pxPerKm, rough: tile.rough, job });
  }

  private add(tile: Omit<Tile, 'image' | 'covered'>): void {
    const key = freshKey('ground');
    textureOf(this.board, key, tile.canvas);
    const depth = DEPTH[tile.light] + Math.min(0.9, (tile.rough ? 0 : 0.1) + tile.job * 0.001);
    const image = this.board.scene.add.image(0, 0, key).setOrigin(0, 0).setDepth(depth);
    const made: Tile = { ...tile, image, covered: false };
    this.tiles.push(made);
    this.light(made);
    if (this.camera !== null) this.lay(made, this.camera);
    this.changed();
  }

  private lay({ image, corner, pxPerKm }: Tile, camera: Camera): void {
    const [x, y] = onScreen(camera, ...corner);
    const scale = (camera.zoom * this.board.dpr) / pxPerKm;
    putAt(this.board, image, x, y);
    // Half a pixel more, or seams show between tiles.
    image.setDisplaySize(image.frame.width * scale + 0.6, image.frame.height * scale + 0.6);
  }

  private light({ image, light, covered }: Tile): void {
    if (light === 'day') image.setVisible(!covered && this.nightness < 1);
    else image.setVisible(!covered && this.nightness > 0).setAlpha(this.nightness);
  }

  /** What is hidden anyway is not drawn: every layer of pixels costs. */
  private cover(): void {
    for (const tile of this.tiles) {
      const [east, north] = tile.corner;
      const scale = 1000 / tile.pxPerKm;
      const own = { east0: east, north1: north, east1: east + tile.canvas.width * scale, north0: north - tile.canvas.height * scale };
      tile.covered = this.painted !== null && tile.pxPerKm < this.painted.pxPerKm && covers(this.painted.window, own);
      this.light(tile);
    }
  }

  /** When a sheet is done its rough version goes, and so do finer pieces of an older look. */
  private dropRough(job: number, isWhole: boolean): void {
    const isStale = (tile: Tile): boolean =>
      (tile.job === job && tile.rough) || (tile.job === 0 && isWhole) || (!isWhole && tile.job !== job && tile.pxPerKm > WHOLE);
    for (const tile of this.tiles.filter(isStale)) this.free(tile);
    this.tiles = this.tiles.filter((tile) => !isStale(tile));
  }

  private free({ image }: Tile): void {
    const { key } = image.texture;
    image.destroy();
    this.board.scene.textures.remove(key);
  }

  /** Flat tint and the river: the first frame. */
  private layPaper(map: MapFacts): void {
    const window = sheetWindow(map);
    const pxPerKm = 40;
    for (const light of ['day', 'night'] as const) {
      const { canvas, pen } = canvasOf(((window.east1 - window.east0) * pxPerKm) / 1000, ((window.north1 - window.north0) * pxPerKm) / 1000);
      pen.fillStyle = light === 'day' ? PAPER : NIGHT_PAPER;
      pen.fillRect(0, 0, canvas.width, canvas.height);
      const course = smooth(map.river.points, 6).map(([east, north]): XY => [((east - window.east0) * pxPerKm) / 1000, ((window.north1 - north) * pxPerKm) / 1000]);
      trace(pen, course);
      ink(pen, light === 'day' ? '#9fc3c8' : '#4f7386', 2);
      this.add({ canvas, corner: [window.east0, window.north1], light, pxPerKm, rough: true, job: 0 });
    }
  }
}

async function reliefOf(id: string): Promise<ArrayBuffer | null> {
  const url = RELIEFS[`../../assets/maps/${id}.relief`];
  if (url === undefined) return null;
  const answer = await fetch(url);
  return answer.ok ? answer.arrayBuffer() : null;
}

function within(seen: { west: number; east: number; south: number; north: number }, sheet: GroundWindow): GroundWindow {
  return {
    east0: Math.max(sheet.east0, Math.min(sheet.east1 - 100, seen.west)),
    east1: Math.min(sheet.east1, Math.max(sheet.east0 + 100, seen.east)),
    north0: Math.max(sheet.north0, Math.min(sheet.north1 - 100, seen.south)),
    north1: Math.min(sheet.north1, Math.max(sheet.north0 + 100, seen.north)),
  };
}

function widened({ west, east, south, north }: { west: number; east: number; south: number; north: number }, share: number) {
  const [across, up] = [(east - west) * share, (north - south) * share];
  return { west: west - across, east: east + across, south: south - up, north: north + up };
}

function covers(window: GroundWindow, seen: GroundWindow): boolean {
  return window.east0 <= seen.east0 && window.east1 >= seen.east1 && window.north0 <= seen.north0 && window.north1 >= seen.north1;
}
