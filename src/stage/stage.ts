/**
 * The stage: draws what one side sees, tells the events of a turn, and says what was pointed at.
 *
 * It is given a view and words; it keeps no game and knows no language. State is final before anything moves:
 * `show` draws any view from the view alone, and after `play` the picture is that of `show`.
 */
import { AUTO, Game, Scale, Scene } from 'phaser';
import type { MapFacts, Order, PostView, SideView, SiegeEvent } from '../engine/index.ts';
import { Animator } from './animator.ts';
import type { Board } from './board.ts';
import {
  boundsOf, framing, glided, isInWindow, lookingAt, onStep, panned, resized, steppedZoom, zoomedAt, type Camera, type Insets,
} from './camera.ts';
import { pointOf } from './facts/places.ts';
import { marksOf } from './facts/read-view.ts';
import type { Marks } from './facts/marks.ts';
import type { XY } from './geometry/lines.ts';
import { listenToHands } from './gestures.ts';
import { sheetWindow } from './ground/ground-map.ts';
import { GroundLayer } from './ground-layer.ts';
import { lightOfPulse, lightOfTurn, type Light, type LightSetting } from './light.ts';
import { Picture, type Extras, type LayerName, type StageLabels } from './picture.ts';
import { stageOf, type Beat } from './playback/telling.ts';
import { Player } from './player.ts';
import { pickAt, REACH, type Pick } from './pointing.ts';
import type { SymbolSet } from './symbols/piece-art.ts';
import { cubicInOut, sine, TEMPO } from './tempo.ts';
import { NIGHT_PAPER, PAPER } from './theme.ts';

export type { StageLabels, LayerName } from './picture.ts';
export type { Pick } from './pointing.ts';
export type { LightSetting } from './light.ts';

/** What the page can ask of the stage. */
export interface Stage {
  /** Puts a map on the stage: paper and river in the first frame; resolves when the whole sheet is painted. */
  showGround(map: MapFacts, posts: readonly PostView[]): Promise<void>;
  /** Draws any view from itself alone. */
  show(view: SideView, labels: StageLabels): void;
  /** Tells the events that led to the view, then shows it. */
  play(view: SideView, events: readonly SiegeEvent[], labels: StageLabels): Promise<void>;
  /** Ends the telling at once. */
  skip(): void;
  select(ids: readonly string[]): void;
  /** Only these may be picked; null lets everything be. */
  pickable(ids: readonly string[] | null): void;
  /** Calls back with what was pressed; the answer ends it. */
  onPick(callback: (pick: Pick) => void): () => void;
  /** Calls back with each pulse that is being told; the answer ends it. */
  onPulse(callback: (turn: number, pulse: number) => void): () => void;
  /** Brings a post, unit, battery, fix or approach into the free window. */
  focus(id: string): void;
  showPlan(orders: readonly Order[]): void;
  /** The keyboard's cursor on the hexes. */
  cursor(hex: number | null): void;
  setInsets(insets: Insets): void;
  /** Frames what the scenario is about; `valley` the whole map. */
  fit(what?: 'theatre' | 'valley'): void;
  /** One of the four steps in or out. */
  zoomBy(steps: 1 | -1): void;
  /** Moves the ground by CSS pixels. */
  panBy(dx: number, dy: number): void;
  setLight(light: LightSetting): void;
  setLayer(layer: LayerName, isShown: boolean): void;
  setSymbols(set: SymbolSet): void;
  setReducedMotion(isReduced: boolean): void;
  /** Sixteen hex digits for what is drawn; the same for the same facts, whatever the camera. */
  digest(): string;
  destroy(): void;
}

/** Where a stage begins. */
export interface StageOptions {
  readonly reducedMotion: boolean;
  readonly symbols: SymbolSet;
}

/** Every letter that names may need, so that all parts of the fonts are there before they are drawn. */
const LETTERS = 'Điện Biên Phủ Hồng Cúm Nậm Rốm ẰẲẴẶ ỀỂỄỆ ỘỚỜỞỠỢ ỰỲỶỸỴ Éliane Béatrice œ ý ỳ ả 0123456789';
const FONTS = ['600 12px "Archivo Narrow"', '700 12px "Archivo Narrow"', '500 12px "Archivo Narrow"', 'italic 500 14px Spectral', 'italic 400 14px Spectral'];
/** A picture that takes longer than this to draw is too slow to move. */
const SLOW_FRAME_MS = 130;
const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

/** Makes a stage that fills an element. */
export function createStage(parent: HTMLElement, options: StageOptions): Stage {
  return new SiegeStage(parent, options);
}

class SiegeStage implements Stage {
  private readonly parent: HTMLElement;
  private readonly game: Game;
  private readonly ready: Promise<void>;
  private readonly animator = new Animator(() => this.wake());
  private board: Board | null = null;
  private scenery: { readonly ground: GroundLayer; readonly picture: Picture; readonly player: Player } | null = null;
  private camera: Camera;
  private extras: Extras;
  private shown: { readonly view: SideView; readonly labels: StageLabels } | null = null;
  private light: Light = { nightness: 0, mist: 0 };
  private lightSetting: LightSetting = 'auto';
  private isCalm: boolean;
  private hasFramed = false;
  private idleFrames = 0;
  private frameMs = 16;
  private lastFrame = 0;
  private settling: ReturnType<typeof setTimeout> | null = null;
  private readonly pickers = new Set<(pick: Pick) => void>();
  private readonly listeners = new Set<(turn: number, pulse: number) => void>();
  private readonly endings: (() => void)[] = [];

  constructor(parent: HTMLElement, { reducedMotion, symbols }: StageOptions) {
    this.parent = parent;
    this.isCalm = reducedMotion;
    this.extras = { orders: [], chosen: { selected: [], pickable: null, cursor: null }, hidden: new Set(), symbols };
    const { width, height } = this.size();
    this.camera = {
      width, height, insets: NO_INSETS, zoom: 82, middle: { east: 0, north: 0 }, limits: { west: -9e6, east: 9e6, south: -9e6, north: 9e6 },
    };
    const dpr = this.dpr();
    let begin: (scene: Scene) => void = () => undefined;
    this.ready = new Promise<Scene>((resolve) => (begin = resolve)).then((scene) => this.furnish(scene));
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
    this.listen();
  }

  async showGround(map: MapFacts, posts: readonly PostView[]): Promise<void> {
    await this.ready;
    const sheet = sheetWindow(map);
    this.camera = { ...this.camera, limits: { west: sheet.east0, east: sheet.east1, south: sheet.north0, north: sheet.north1 } };
    this.hasFramed = false;
    this.scenery?.picture.readMap(map);
    if (this.shown === null) this.look(framing(this.camera, boundsOf(posts, 600), 20));
    else this.drawShown();
    await this.scenery?.ground.show(map, posts, this.camera);
    this.scenery?.picture.flares.refresh(this.camera);
    this.wake();
  }

  show(view: SideView, labels: StageLabels): void {
    this.scenery?.player.stop();
    const isFirst = this.shown === null;
    this.shown = { view, labels };
    const light = lightOfTurn(this.lightSetting, view.night);
    if (isFirst || this.isCalm) this.applyLight(light, true);
    this.drawShown();
    this.takeLight(light, TEMPO.light);
  }

  async play(view: SideView, events: readonly SiegeEvent[], labels: StageLabels): Promise<void> {
    await this.ready;
    const before: Marks | null = this.scenery?.picture.drawn ?? null;
    this.scenery?.player.stop();
    this.shown = { view, labels };
    if (before !== null && this.scenery !== null && !document.hidden) await this.scenery.player.play(before, events, view, labels);
    if (this.shown.view === view) this.show(view, labels);
  }

  skip(): void {
    this.scenery?.player.stop();
    this.wake();
  }

  select(ids: readonly string[]): void {
    this.choose({ selected: ids });
  }

  pickable(ids: readonly string[] | null): void {
    this.choose({ pickable: ids });
  }

  cursor(hex: number | null): void {
    this.choose({ cursor: hex });
  }

  showPlan(orders: readonly Order[]): void {
    this.change({ ...this.extras, orders });
  }

  setSymbols(symbols: SymbolSet): void {
    this.change({ ...this.extras, symbols });
  }

  setLayer(layer: LayerName, isShown: boolean): void {
    const hidden = new Set(this.extras.hidden);
    if (isShown) hidden.delete(layer);
    else hidden.add(layer);
    this.change({ ...this.extras, hidden });
  }

  setReducedMotion(isReduced: boolean): void {
    this.isCalm = isReduced;
  }

  setLight(setting: LightSetting): void {
    this.lightSetting = setting;
    if (this.shown !== null) this.takeLight(lightOfTurn(setting, this.shown.view.night), this.isCalm ? TEMPO.fade : TEMPO.light);
  }

  onPick(callback: (pick: Pick) => void): () => void {
    this.pickers.add(callback);
    return () => void this.pickers.delete(callback);
  }

  onPulse(callback: (turn: number, pulse: number) => void): () => void {
    this.listeners.add(callback);
    return () => void this.listeners.delete(callback);
  }

  focus(id: string): void {
    const place = this.placeOf(id);
    if (place === null) return;
    const to = { east: place[0], north: place[1] };
    if (!isInWindow(this.camera, to, 40)) void this.glide(lookingAt(this.camera, to));
  }

  setInsets(insets: Insets): void {
    const { middle } = this.camera;
    this.camera = { ...this.camera, insets };
    if (!this.hasFramed && this.shown !== null) this.fit();
    else this.look(lookingAt(this.camera, middle));
  }

  fit(what: 'theatre' | 'valley' = 'theatre'): void {
    if (this.shown === null) return;
    this.hasFramed = true;
    void this.glide(this.framed(this.shown.view, what));
  }

  zoomBy(steps: 1 | -1): void {
    void this.glide(zoomedAt(this.camera, steppedZoom(this.camera.zoom, steps)));
  }

  panBy(dx: number, dy: number): void {
    this.look(panned(this.camera, dx, dy));
  }

  digest(): string {
    return this.scenery?.picture.digest(this.light.nightness >= 0.5) ?? '';
  }

  destroy(): void {
    for (const end of this.endings) end();
    if (this.settling !== null) clearTimeout(this.settling);
    this.scenery?.player.stop();
    this.scenery?.ground.close();
    this.game.destroy(true);
  }

  // Setting up

  private furnish(scene: Scene): void {
    const board: Board = { scene, dpr: this.dpr() };
    this.board = board;
    const ground = new GroundLayer(board, () => this.wake());
    const picture = new Picture(board, this.camera, this.extras, (place, metres, scale) => ground.dayPatch(place, metres, scale));
    const stage = this;
    const player = new Player({
      picture,
      animator: this.animator,
      get camera() { return stage.camera; },
      // Where frames take too long, things appear in place instead of moving by jerks.
      get isCalm() { return stage.isCalm || stage.frameMs > SLOW_FRAME_MS; },
      lightAt: (isNight, pulse, ms) => this.takeLight(lightOfPulse(this.lightSetting, isNight, pulse), ms),
      attend: (beats) => this.attend(beats),
      told: (turn, pulse) => this.listeners.forEach((listener) => listener(turn, pulse)),
    });
    this.scenery = { ground, picture, player };
    scene.events.on('update', () => this.pass());
    void Promise.all(FONTS.map((font) => document.fonts.load(font, LETTERS))).then(() => this.renew());
  }

  private listen(): void {
    this.parent.style.touchAction = 'none';
    const watcher = new ResizeObserver(() => this.resize());
    watcher.observe(this.parent);
    const hide = (): void => {
      if (document.hidden) this.skip();
    };
    document.addEventListener('visibilitychange', hide);
    this.endings.push(
      () => watcher.disconnect(),
      () => document.removeEventListener('visibilitychange', hide),
      listenToHands(this.parent, {
        dragged: (dx, dy) => this.look(panned(this.camera, dx, dy)),
        zoomed: (factor, at) => this.look(zoomedAt(this.camera, this.camera.zoom * factor, at)),
        rested: () => this.settleSoon(),
        pointed: (at) => this.point(at),
        tapped: (at, isTouch) => this.tap(at, isTouch),
      }),
    );
  }

  private size(): { width: number; height: number } {
    const { clientWidth, clientHeight } = this.parent;
    return { width: Math.max(1, clientWidth), height: Math.max(1, clientHeight) };
  }

  private dpr(): number {
    return Math.min(3, Math.max(1, window.devicePixelRatio));
  }

  private resize(): void {
    const { width, height } = this.size();
    const dpr = this.dpr();
    if (width === this.camera.width && height === this.camera.height && dpr === this.board?.dpr) return;
    this.game.scale.setZoom(1 / dpr);
    this.game.scale.resize(Math.round(width * dpr), Math.round(height * dpr));
    const isNewDpr = this.board !== null && this.board.dpr !== dpr;
    if (this.board !== null) this.board.dpr = dpr;
    this.look(resized(this.camera, width, height));
    if (isNewDpr) this.renew();
  }

  /** Draws all small pictures anew: fonts have come, or pixels are smaller. */
  private renew(): void {
    this.scenery?.picture.renew();
    this.wake();
  }

  // Drawing

  private drawShown(): void {
    if (this.scenery === null) return void this.ready.then(() => this.drawShown());
    if (this.shown === null) return;
    const { view, labels } = this.shown;
    this.applyLight(this.light, true);
    if (!this.hasFramed) {
      this.hasFramed = true;
      this.look(this.framed(view, 'theatre'));
    }
    this.scenery.picture.show(marksOf(view), labels);
    this.wake();
  }

  private choose(chosen: Partial<Extras['chosen']>): void {
    this.change({ ...this.extras, chosen: { ...this.extras.chosen, ...chosen } });
  }

  private change(extras: Extras): void {
    this.extras = extras;
    if (this.scenery === null) return void this.ready.then(() => this.scenery?.picture.change(this.extras));
    this.scenery.picture.change(extras);
    this.wake();
  }

  private takeLight(light: Light, ms: number): void {
    const from = this.light;
    this.light = light;
    if (this.scenery === null) return;
    if (from.nightness === light.nightness && from.mist === light.mist) return this.applyLight(light);
    void this.animator.run(ms, (share) => {
      const t = sine(share);
      if (this.light === light) this.applyLight({ nightness: from.nightness + (light.nightness - from.nightness) * t, mist: from.mist + (light.mist - from.mist) * t });
    });
  }

  private applyLight({ nightness, mist }: Light, isFollowed: boolean = false): void {
    if (isFollowed) this.light = { nightness, mist };
    this.board?.scene.cameras.main.setBackgroundColor(nightness >= 0.5 ? NIGHT_PAPER : PAPER);
    this.scenery?.ground.setNightness(nightness);
    this.scenery?.picture.setNightness(nightness, isFollowed);
    this.scenery?.picture.setMist(mist);
    this.wake();
  }

  // The camera

  private look(camera: Camera): void {
    this.camera = camera;
    this.scenery?.ground.place(camera);
    this.scenery?.picture.look(camera);
    this.settleSoon();
    this.wake();
  }

  private settleSoon(): void {
    if (this.settling !== null) clearTimeout(this.settling);
    this.settling = setTimeout(() => this.settle(), TEMPO.settle);
  }

  private settle(): void {
    this.settling = null;
    this.scenery?.picture.settle();
    void this.scenery?.ground.refine(this.camera).then(() => this.wake());
    this.wake();
  }

  private glide(to: Camera): Promise<void> {
    const from = this.camera;
    if (this.isCalm || this.scenery === null) {
      this.look(to);
      return Promise.resolve();
    }
    return this.animator.run(TEMPO.glide, (share) => this.look({ ...glided(from, to, cubicInOut(share)), insets: this.camera.insets }));
  }

  private framed(view: SideView, what: 'theatre' | 'valley'): Camera {
    const posts = what === 'valley' ? view.posts : view.posts.filter(({ inTheatre }) => inTheatre);
    const isAll = posts.length === view.posts.length;
    return onStep(framing(this.camera, boundsOf(posts.length > 0 ? posts : view.posts, isAll ? 500 : 1500), 8));
  }

  /** Looks where the turn is told, if that lies outside the free window. */
  private async attend(beats: readonly Beat[]): Promise<void> {
    const places = stageOf(beats).map(([east, north]) => ({ east, north }));
    if (places.length === 0 || places.every((place) => isInWindow(this.camera, place, 24))) return;
    const framedAll = framing(this.camera, boundsOf(places, 700), 24);
    await this.glide(framedAll.zoom > this.camera.zoom ? lookingAt(this.camera, framedAll.middle) : framedAll);
  }

  private placeOf(id: string): XY | null {
    if (this.shown === null) return null;
    const post = this.shown.view.posts.find((one) => one.id === id);
    if (post !== undefined) return pointOf(post);
    const marks = this.scenery?.picture.drawn ?? marksOf(this.shown.view);
    const mark = [...marks.guns, ...marks.fixes].find((one) => one.id === id) ?? marks.counters.find(({ ids }) => ids.includes(id));
    return mark?.place ?? marks.trenches.find((one) => one.id === id)?.line.at(-1) ?? null;
  }

  // Hands and time

  private pickOf(at: XY, reach: number): Pick | null {
    const marks = this.scenery?.picture.drawn;
    if (this.shown === null || marks === null || marks === undefined || this.scenery === null) return null;
    return pickAt(at, this.camera, marks, this.scenery.picture.pieces.shown, this.shown.view.facts.map.grid, reach, this.extras.chosen.pickable);
  }

  private tap(at: XY, isTouch: boolean): void {
    const pick = this.pickOf(at, isTouch ? REACH.touch : REACH.mouse);
    if (pick !== null) for (const callback of this.pickers) callback(pick);
  }

  private point(at: XY): void {
    const pick = this.pickOf(at, REACH.mouse);
    this.parent.style.cursor = pick !== null && pick.ids.length > 0 ? 'pointer' : 'grab';
  }

  private pass(): void {
    // Phaser evens out long frames, and time would stand still on a slow machine.
    const now = performance.now();
    const ms = this.lastFrame === 0 ? 16 : now - this.lastFrame;
    this.lastFrame = now;
    this.animator.pass(ms);
    this.frameMs += (Math.min(ms, 1000) - this.frameMs) * 0.2;
    this.scenery?.picture.pass(ms);
    this.idleFrames = this.animator.isIdle ? this.idleFrames + 1 : 0;
    // Two quiet frames, so that the last change has been drawn.
    if (this.idleFrames <= 2 || !this.game.loop.running) return;
    this.lastFrame = 0;
    this.game.loop.sleep();
  }

  private wake(): void {
    this.idleFrames = 0;
    if (this.game.isBooted && !this.game.loop.running) this.game.loop.wake(true);
  }
}
