/** The sky over the sheet: rain, cloud, morning mist and the dark of the edges. */
import { BlendModes, type GameObjects } from 'phaser';
import type { MapFacts, SkyKind } from '../../engine/index.ts';
import { canvasOf, DEPTH, freshKey, putAt, textureOf, type Board } from '../board.ts';
import { onScreen, type Camera } from '../camera.ts';
import { scatterOf } from '../geometry/seeded.ts';

const RAIN_TILE = 256;
/** Mist lies below this height over the valley floor, metres. */
const MIST_BELOW = 8;

export class WeatherLayer {
  private readonly board: Board;
  private readonly rain: GameObjects.TileSprite;
  private readonly tint: GameObjects.Rectangle;
  private readonly edges: GameObjects.Image;
  private mist: GameObjects.Image | null = null;
  private map: MapFacts | null = null;

  constructor(board: Board) {
    this.board = board;
    const rainKey = freshKey('rain');
    textureOf(board, rainKey, rainTile());
    const edgeKey = freshKey('edges');
    textureOf(board, edgeKey, darkEdges());
    const { scene } = board;
    this.tint = scene.add.rectangle(0, 0, 1, 1, 0xaebcc6).setOrigin(0, 0).setDepth(DEPTH.weather).setBlendMode(BlendModes.MULTIPLY).setVisible(false);
    this.rain = scene.add.tileSprite(0, 0, 1, 1, rainKey).setOrigin(0, 0).setDepth(DEPTH.weather).setVisible(false);
    this.edges = scene.add.image(0, 0, edgeKey).setOrigin(0, 0).setDepth(DEPTH.veil);
  }

  /** Lays the mist of a map ready. */
  readMap(map: MapFacts): void {
    this.map = map;
    const key = freshKey('mist');
    textureOf(this.board, key, mistOver(map));
    this.mist?.destroy();
    this.mist = this.board.scene.add.image(0, 0, key).setOrigin(0, 0).setDepth(DEPTH.veil).setVisible(false);
  }

  /** Shows a sky and so much mist, 0-1; the warm edges are those of a sheet by day. */
  show(sky: SkyKind, mist: number, isDay: boolean): void {
    this.edges.setVisible(isDay);
    const isWet = sky === 'rain' || sky === 'storm';
    this.rain.setVisible(isWet).setAlpha(sky === 'storm' ? 0.75 : 0.5);
    this.tint.setVisible(sky !== 'clear').setAlpha(sky === 'cloud' ? 0.35 : sky === 'rain' ? 0.75 : 1);
    this.mist?.setVisible(mist > 0.01).setAlpha(mist);
  }

  place(camera: Camera): void {
    const { dpr } = this.board;
    const [width, height] = [camera.width * dpr, camera.height * dpr];
    this.rain.setSize(width, height).setTileScale(dpr, dpr);
    this.tint.setSize(width, height);
    this.edges.setDisplaySize(width, height);
    if (this.mist === null || this.map === null) return;
    const { grid } = this.map;
    const [x, y] = onScreen(camera, grid.eastOfFirst - grid.stepMetres / 2, grid.northOfFirst + (grid.rows - 0.5) * grid.rowMetres);
    putAt(this.board, this.mist, x, y);
    const scale = (camera.zoom * dpr) / 1000;
    this.mist.setDisplaySize(grid.cols * grid.stepMetres * scale, grid.rows * grid.rowMetres * scale);
  }

  /** Lets the rain fall; only while something else moves too. */
  pass(ms: number): void {
    if (!this.rain.visible) return;
    this.rain.tilePositionY -= ms * 0.45;
    this.rain.tilePositionX += ms * 0.126;
  }
}

function rainTile(): HTMLCanvasElement {
  const { canvas, pen } = canvasOf(RAIN_TILE, RAIN_TILE);
  const scatter = scatterOf(4);
  pen.strokeStyle = 'rgba(232,240,246,0.8)';
  pen.lineWidth = 1.1;
  for (let streak = 0; streak < 46; streak += 1) {
    const [x, y, length] = [scatter() * RAIN_TILE, scatter() * RAIN_TILE, 10 + scatter() * 12];
    // Drawn also one tile off, so that streaks run on over the seams.
    for (const [dx, dy] of [[0, 0], [RAIN_TILE, 0], [0, -RAIN_TILE], [RAIN_TILE, -RAIN_TILE]] as const) {
      pen.beginPath();
      pen.moveTo(x + dx, y + dy);
      pen.lineTo(x + dx - length * 0.28, y + dy + length);
      pen.stroke();
    }
  }
  return canvas;
}

function darkEdges(): HTMLCanvasElement {
  const { canvas, pen } = canvasOf(256, 256);
  const gradient = pen.createRadialGradient(128, 128, 70, 128, 128, 182);
  gradient.addColorStop(0, 'rgba(50,34,10,0)');
  gradient.addColorStop(1, 'rgba(50,34,10,0.34)');
  pen.fillStyle = gradient;
  pen.fillRect(0, 0, 256, 256);
  return canvas;
}

/** One pixel a hex, white where the valley floor is low. */
function mistOver({ grid, heights }: MapFacts): HTMLCanvasElement {
  const { canvas, pen } = canvasOf(grid.cols, grid.rows);
  const image = pen.createImageData(grid.cols, grid.rows);
  heights.forEach((metres, hex) => {
    const row = grid.rows - 1 - Math.floor(hex / grid.cols);
    const pixel = 4 * (row * grid.cols + (hex % grid.cols));
    image.data.set([245, 240, 226, Math.round(255 * 0.5 * Math.max(0, Math.min(1, 1.5 - metres / MIST_BELOW)))], pixel);
  });
  pen.putImageData(image, 0, 0);
  return canvas;
}
