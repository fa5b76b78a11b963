/** Flares over posts that are stormed by night: the day sheet shows through, and a light hangs above. */
import { BlendModes, type GameObjects } from 'phaser';
import { Atlas } from '../atlas.ts';
import { canvasOf, DEPTH, freshKey, putAt, textureOf, type Board } from '../board.ts';
import { onScreen, type Camera } from '../camera.ts';
import type { XY } from '../geometry/lines.ts';
import type { Pen } from '../pen.ts';

/** Light falls off to nothing at this distance, metres. */
const REACH = 1000;
/** Scale at which the lit ground is kept, device pixels a kilometre. */
const PATCH_SCALE = 165;
const WARM = '#ffe2ae';

/** Gives the day sheet around a place, or null. */
export type DayPatch = (place: XY, metres: number, pxPerKm: number) => HTMLCanvasElement | null;

interface Flare {
  readonly place: XY;
  readonly ground: GameObjects.Image;
  readonly glow: GameObjects.Image;
  readonly torch: GameObjects.Image;
}

export class FlareLayer {
  private readonly board: Board;
  private readonly dayPatch: DayPatch;
  private readonly atlas: Atlas;
  private readonly torchFrame: string;
  private readonly glowKey = freshKey('glow');
  private flares = new Map<string, Flare>();
  private swing = 0;
  private strength = 1;

  constructor(board: Board, dayPatch: DayPatch) {
    this.board = board;
    this.dayPatch = dayPatch;
    this.atlas = new Atlas(board, 128);
    this.torchFrame = this.atlas.frame('flare', () => ({ width: 44, height: 70, draw: drawTorch })) ?? '';
    this.atlas.send();
    textureOf(board, this.glowKey, glow());
  }

  /** Hangs flares over places and takes down the others. */
  show(places: readonly XY[], camera: Camera): void {
    const wanted = new Map(places.map((place) => [place.join(), place]));
    for (const [key, flare] of this.flares) if (!wanted.has(key)) this.takeDown(key, flare);
    for (const [key, place] of wanted) if (!this.flares.has(key)) this.flares.set(key, this.hang(place));
    this.place(camera);
  }

  /** Draws the lit ground anew: the ground below has been painted finer. */
  refresh(camera: Camera): void {
    const places = [...this.flares.values()].map(({ place }) => place);
    this.show([], camera);
    this.show(places, camera);
  }

  get isBurning(): boolean {
    return this.flares.size > 0;
  }

  /** Pixels to the side, for the swing on the parachute. */
  sway(pixels: number): void {
    this.swing = pixels;
  }

  /** 0-1 */
  setStrength(strength: number): void {
    this.strength = strength;
    for (const flare of this.flares.values()) this.light(flare);
  }

  place(camera: Camera): void {
    const { dpr } = this.board;
    for (const { place, ground, glow: shine, torch } of this.flares.values()) {
      const [x, y] = onScreen(camera, ...place);
      const side = (2 * REACH * camera.zoom * dpr) / 1000;
      putAt(this.board, ground, x, y);
      ground.setDisplaySize(side, side);
      putAt(this.board, shine, x, y);
      shine.setDisplaySize(side * 0.6, side * 0.6);
      putAt(this.board, torch, x + 8 + this.swing, y - Math.min(70, (REACH * 0.3 * camera.zoom) / 1000) - 14);
    }
  }

  private hang(place: XY): Flare {
    const { scene } = this.board;
    const flare = {
      place,
      ground: scene.add.image(0, 0, this.litGround(place)).setDepth(DEPTH.lit),
      glow: scene.add.image(0, 0, this.glowKey).setDepth(DEPTH.lit).setBlendMode(BlendModes.ADD),
      torch: scene.add.image(0, 0, this.atlas.key, this.torchFrame).setDepth(DEPTH.light),
    };
    this.light(flare);
    return flare;
  }

  private light({ ground, glow: shine, torch }: Flare): void {
    ground.setAlpha(this.strength);
    shine.setAlpha(0.34 * this.strength);
    torch.setAlpha(this.strength);
  }

  private takeDown(key: string, { ground, glow: shine, torch }: Flare): void {
    const texture = ground.texture.key;
    for (const image of [ground, shine, torch]) image.destroy();
    this.board.scene.textures.remove(texture);
    this.flares.delete(key);
  }

  /** The day sheet in a circle that fades outward, a little warmer than by day. */
  private litGround(place: XY): string {
    const side = Math.round((2 * REACH * PATCH_SCALE) / 1000);
    const { canvas, pen } = canvasOf(side, side);
    const day = this.dayPatch(place, REACH, PATCH_SCALE);
    pen.fillStyle = WARM;
    pen.fillRect(0, 0, side, side);
    if (day !== null) {
      pen.globalCompositeOperation = 'multiply';
      pen.drawImage(day, 0, 0, side, side);
    }
    pen.globalCompositeOperation = 'destination-in';
    pen.fillStyle = fading(pen, side / 2, [[0, 0.96], [0.2, 0.78], [0.5, 0.33], [0.75, 0.12], [1, 0]]);
    pen.fillRect(0, 0, side, side);
    const key = freshKey('lit');
    textureOf(this.board, key, canvas);
    return key;
  }
}

function fading(pen: Pen, radius: number, stops: readonly (readonly [number, number])[]): CanvasGradient {
  const gradient = pen.createRadialGradient(radius, radius, 0, radius, radius, radius);
  for (const [at, alpha] of stops) gradient.addColorStop(at, `rgba(255,214,140,${String(alpha)})`);
  return gradient;
}

function glow(): HTMLCanvasElement {
  const { canvas, pen } = canvasOf(256, 256);
  pen.fillStyle = fading(pen, 128, [[0, 1], [0.2, 0.5], [0.5, 0.16], [1, 0]]);
  pen.fillRect(0, 0, 256, 256);
  return canvas;
}

/** A burning light under its small parachute. */
function drawTorch(pen: Pen): void {
  pen.translate(0, 8);
  const shine = pen.createRadialGradient(0, 0, 0, 0, 0, 20);
  shine.addColorStop(0, 'rgba(255,223,154,0.7)');
  shine.addColorStop(1, 'rgba(255,223,154,0)');
  pen.fillStyle = shine;
  pen.fillRect(-20, -20, 40, 40);
  pen.fillStyle = '#f6efdc';
  pen.strokeStyle = '#5b5136';
  pen.lineWidth = 0.8;
  const canopy = new Path2D('M-9-26q9-11 18 0q-4.5-2.5-6 0q-3-2.5-6 0q-2.5-2.500-6 0Z');
  pen.fill(canopy);
  pen.stroke(canopy);
  pen.strokeStyle = '#e9dcb8';
  pen.stroke(new Path2D('M-8-26L0-6L8-26'));
  pen.beginPath();
  pen.arc(0, 0, 4.4, 0, 2 * Math.PI);
  pen.fillStyle = '#fffbe8';
  pen.fill();
  pen.strokeStyle = '#fff4c8';
  pen.lineWidth = 1.2;
  pen.stroke(new Path2D('M0-11V11M-11 0H11'));
}
