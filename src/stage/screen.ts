/** The canvas on the page: Phaser's game, its size in real pixels, and a clock that stops when nothing moves. */
import { AUTO, Game, Scale, Scene } from 'phaser';
import type { Board } from './board.ts';
import { PAPER } from './theme.ts';

/** What a screen tells its owner. */
export interface ScreenOwner {
  /** Lets so many milliseconds pass; answers true while something still moves. */
  pass(ms: number): boolean;
  /** The element has another size, or its pixels have. */
  resized(width: number, height: number, hasNewPixels: boolean): void;
}

/** Quiet frames before the clock stops, so that the last change has been drawn. */
const QUIET_FRAMES = 2;
/** A picture that takes longer than this to draw is too slow to move, milliseconds. */
const SLOW_FRAME_MS = 130;

export class Screen {
  /** Settles when pictures can be made. */
  readonly ready: Promise<Board>;
  private readonly parent: HTMLElement;
  private readonly owner: ScreenOwner;
  private readonly game: Game;
  private readonly watcher: ResizeObserver;
  private board: Board | null = null;
  private quietFrames = 0;
  private frameMs = 16;
  private lastFrame = 0;

  constructor(parent: HTMLElement, owner: ScreenOwner) {
    this.parent = parent;
    this.owner = owner;
    const { width, height } = this.size;
    const dpr = pixelRatio();
    let begin: (scene: Scene) => void = () => undefined;
    this.ready = new Promise<Scene>((resolve) => (begin = resolve)).then((scene) => this.take(scene));
    this.game = new Game({
      type: AUTO,
      parent,
      backgroundColor: PAPER,
      banner: false,
      antialiasGL: false,
      // With several textures a batch, turned pictures lose pixels: the shader compares interpolated numbers for equality.
      maxTextures: 1,
      audio: { noAudio: true },
      input: { keyboard: false, mouse: false, touch: false, gamepad: false },
      scale: { mode: Scale.NONE, width: Math.round(width * dpr), height: Math.round(height * dpr), zoom: 1 / dpr },
      scene: class extends Scene {
        create(): void {
          begin(this);
        }
      },
    });
    this.watcher = new ResizeObserver(() => this.resize());
    this.watcher.observe(parent);
  }

  /** CSS pixels. */
  get size(): { readonly width: number; readonly height: number } {
    return { width: Math.max(1, this.parent.clientWidth), height: Math.max(1, this.parent.clientHeight) };
  }

  get isSlow(): boolean {
    return this.frameMs > SLOW_FRAME_MS;
  }

  /** There is something to draw again. */
  wake(): void {
    this.quietFrames = 0;
    if (this.game.isBooted && !this.game.loop.running) this.game.loop.wake(true);
  }

  close(): void {
    this.watcher.disconnect();
    this.game.destroy(true);
  }

  private take(scene: Scene): Board {
    scene.events.on('update', () => this.pass());
    this.board = { scene, dpr: pixelRatio() };
    return this.board;
  }

  private pass(): void {
    // Phaser evens out long frames, and time would stand still on a slow machine.
    const now = performance.now();
    const ms = this.lastFrame === 0 ? 16 : now - this.lastFrame;
    this.lastFrame = now;
    this.frameMs += (Math.min(ms, 1000) - this.frameMs) * 0.2;
    this.quietFrames = this.owner.pass(ms) ? 0 : this.quietFrames + 1;
    if (this.quietFrames <= QUIET_FRAMES || !this.game.loop.running) return;
    this.lastFrame = 0;
    this.game.loop.sleep();
  }

  private resize(): void {
    const { width, height } = this.size;
    const dpr = pixelRatio();
    const hasNewPixels = this.board !== null && this.board.dpr !== dpr;
    this.game.scale.setZoom(1 / dpr);
    this.game.scale.resize(Math.round(width * dpr), Math.round(height * dpr));
    if (this.board !== null) this.board.dpr = dpr;
    this.owner.resized(width, height, hasNewPixels);
  }
}

function pixelRatio(): number {
  return Math.min(3, Math.max(1, window.devicePixelRatio));
}
