/**
 * The stage: draws what one side sees, tells the events of a turn, and says what was pointed at.
 *
 * It is given a view and words; it keeps no game and knows no language. State is final before anything moves:
 * `show` draws any view from the view alone, and after `play` the picture is that of `show`.
 */
import type { MapFacts, Order, PostView, SideView, SiegeEvent } from '../engine/index.ts';
import { Animator } from './animator.ts';
import type { Board } from './board.ts';
import { boundsOf, framing, type Insets } from './camera.ts';
import { pointOf } from './facts/places.ts';
import type { Marks } from './facts/marks.ts';
import { marksOf, marksOfBoth } from './facts/read-view.ts';
import type { XY } from './geometry/lines.ts';
import { listenToHands } from './gestures.ts';
import { sheetWindow } from './ground/ground-map.ts';
import { GroundLayer } from './ground-layer.ts';
import { lightOfPulse, lightOfTurn, type Light, type LightSetting } from './light.ts';
import { Picture, type Extras, type LayerName, type StageLabels } from './picture.ts';
import { stageOf } from './playback/telling.ts';
import { Player } from './player.ts';
import { pickAt, REACH, type Pick } from './pointing.ts';
import { Screen } from './screen.ts';
import type { SymbolSet } from './symbols/piece-art.ts';
import { sine, TEMPO } from './tempo.ts';
import { NIGHT_PAPER, PAPER } from './theme.ts';
import { Viewer } from './viewer.ts';

export type { StageLabels, LayerName } from './picture.ts';
export type { Pick } from './pointing.ts';
export type { LightSetting } from './light.ts';

/** What the page can ask of the stage. */
export interface Stage {
  /** Puts a map on the stage: paper and river in the first frame; resolves when the whole sheet is painted. */
  showGround(map: MapFacts, posts: readonly PostView[]): Promise<void>;
  /** Draws any view from itself alone; with the other side's view, what each side knows of itself. */
  show(view: SideView, labels: StageLabels, other?: SideView | null): void;
  /** Tells the events that led to the view, then shows it. */
  play(view: SideView, events: readonly SiegeEvent[], labels: StageLabels, other?: SideView | null): Promise<void>;
  /** How fast turns are told: 1 as written, 2 twice as fast. */
  setPace(pace: number): void;
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

/** Makes a stage that fills an element. */
export function createStage(parent: HTMLElement, options: StageOptions): Stage {
  return new SiegeStage(parent, options);
}

/** What is on the stage: one side's view, or both. */
interface Shown {
  readonly view: SideView;
  readonly labels: StageLabels;
  readonly other: SideView | null;
}

function marksIn({ view, other }: Shown): Marks {
  return other === null ? marksOf(view) : marksOfBoth(view, other);
}

/** What events are told against: with both sides, the men and trenches of both. */
function toldAgainst(view: SideView, other: SideView | null): SideView {
  return other === null ? view : { ...view, units: [...view.units, ...other.units], approaches: other.approaches, ring: other.ring };
}

interface Scenery {
  readonly board: Board;
  readonly ground: GroundLayer;
  readonly picture: Picture;
  readonly player: Player;
}

class SiegeStage implements Stage {
  private readonly parent: HTMLElement;
  private readonly screen: Screen;
  private readonly viewer: Viewer;
  private readonly animator: Animator;
  private readonly ready: Promise<Scenery>;
  private scenery: Scenery | null = null;
  private extras: Extras;
  private shown: Shown | null = null;
  private light: Light = { nightness: 0, mist: 0 };
  private lightSetting: LightSetting = 'auto';
  private hasFramed = false;
  private readonly pickers = new Set<(pick: Pick) => void>();
  private readonly listeners = new Set<(turn: number, pulse: number) => void>();
  private readonly endings: (() => void)[] = [];

  constructor(parent: HTMLElement, { reducedMotion, symbols }: StageOptions) {
    this.parent = parent;
    this.extras = { orders: [], chosen: { selected: [], pickable: null, cursor: null }, hidden: new Set(), symbols };
    this.animator = new Animator(() => this.screen.wake());
    this.screen = new Screen(parent, { pass: (ms) => this.pass(ms), resized: (width, height, hasNewPixels) => this.resize(width, height, hasNewPixels) });
    this.viewer = new Viewer({ looked: () => this.looked(), settled: () => this.settled() }, this.animator, this.screen.size, reducedMotion);
    this.ready = this.screen.ready.then((board) => this.furnish(board));
    this.listen();
  }

  async showGround(map: MapFacts, posts: readonly PostView[]): Promise<void> {
    const { ground, picture } = await this.ready;
    const sheet = sheetWindow(map);
    this.viewer.limit({ west: sheet.east0, east: sheet.east1, south: sheet.north0, north: sheet.north1 });
    this.hasFramed = false;
    picture.readMap(map);
    if (this.shown === null) this.viewer.look(framing(this.viewer.camera, boundsOf(posts, 600), 20));
    else this.drawShown();
    await ground.show(map, posts, this.viewer.camera);
    picture.flares.refresh(this.viewer.camera);
    this.screen.wake();
  }

  show(view: SideView, labels: StageLabels, other: SideView | null = null): void {
    this.scenery?.player.stop();
    const isFirst = this.shown === null;
    this.shown = { view, labels, other };
    const light = lightOfTurn(this.lightSetting, view.night);
    if (isFirst || this.viewer.isCalm) this.applyLight(light, true);
    this.drawShown();
    this.takeLight(light, TEMPO.light);
  }

  async play(view: SideView, events: readonly SiegeEvent[], labels: StageLabels, other: SideView | null = null): Promise<void> {
    const { picture, player } = await this.ready;
    player.stop();
    const before = picture.drawn;
    this.shown = { view, labels, other };
    if (before !== null && !document.hidden) await player.play(before, events, toldAgainst(view, other), labels);
    if (this.shown.view === view) this.show(view, labels, other);
  }

  skip(): void {
    this.scenery?.player.stop();
    this.screen.wake();
  }

  setPace(pace: number): void {
    this.animator.pace = pace;
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
    this.viewer.isCalm = isReduced;
  }

  setLight(setting: LightSetting): void {
    this.lightSetting = setting;
    if (this.shown !== null) this.takeLight(lightOfTurn(setting, this.shown.view.night), this.viewer.isCalm ? TEMPO.fade : TEMPO.light);
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
    if (place !== null) this.viewer.bring({ east: place[0], north: place[1] });
  }

  setInsets(insets: Insets): void {
    this.viewer.inset(insets);
    // A glide would begin before the panels stand.
    if (!this.hasFramed && this.shown !== null) this.viewer.look(this.viewer.framed(this.shown.view, 'theatre'));
  }

  fit(what: 'theatre' | 'valley' = 'theatre'): void {
    if (this.shown === null) return;
    this.hasFramed = true;
    void this.viewer.glide(this.viewer.framed(this.shown.view, what));
  }

  zoomBy(steps: 1 | -1): void {
    this.viewer.step(steps);
  }

  panBy(dx: number, dy: number): void {
    this.viewer.pan(dx, dy);
  }

  digest(): string {
    return this.scenery?.picture.digest(this.light.nightness >= 0.5) ?? '';
  }

  destroy(): void {
    for (const end of this.endings) end();
    this.viewer.close();
    this.scenery?.player.stop();
    this.scenery?.ground.close();
    this.screen.close();
  }

  // Setting up

  private furnish(board: Board): Scenery {
    const { viewer, screen } = this;
    const ground = new GroundLayer(board, () => screen.wake());
    const picture = new Picture(board, viewer.camera, this.extras, (place, metres, scale) => ground.dayPatch(place, metres, scale));
    const player = new Player({
      picture,
      animator: this.animator,
      camera: () => viewer.camera,
      // Where frames take too long, things appear in place instead of moving by jerks.
      isCalm: () => viewer.isCalm || screen.isSlow,
      lightAt: (isNight, pulse, ms) => this.takeLight(lightOfPulse(this.lightSetting, isNight, pulse), ms),
      attend: (beats) => viewer.attend(stageOf(beats)),
      told: (turn, pulse) => this.listeners.forEach((listener) => listener(turn, pulse)),
    });
    this.scenery = { board, ground, picture, player };
    void Promise.all(FONTS.map((font) => document.fonts.load(font, LETTERS))).then(() => this.renew());
    return this.scenery;
  }

  private listen(): void {
    this.parent.style.touchAction = 'none';
    const hide = (): void => {
      // A hidden page gets no frames: a telling would never end.
      if (document.hidden) this.skip();
    };
    document.addEventListener('visibilitychange', hide);
    this.endings.push(
      () => document.removeEventListener('visibilitychange', hide),
      listenToHands(this.parent, {
        dragged: (dx, dy) => this.viewer.pan(dx, dy),
        zoomed: (factor, at) => this.viewer.zoom(factor, at),
        rested: () => this.viewer.settleSoon(),
        pointed: (at) => this.point(at),
        tapped: (at, isTouch) => this.tap(at, isTouch),
      }),
    );
  }

  private resize(width: number, height: number, hasNewPixels: boolean): void {
    const { camera } = this.viewer;
    if (width !== camera.width || height !== camera.height || hasNewPixels) this.viewer.resize(width, height);
    if (hasNewPixels) this.renew();
  }

  /** Draws all small pictures anew: fonts have come, or pixels are smaller. */
  private renew(): void {
    this.scenery?.picture.renew();
    this.screen.wake();
  }

  private pass(ms: number): boolean {
    this.animator.pass(ms);
    this.scenery?.picture.pass(ms);
    return !this.animator.isIdle;
  }

  // Drawing

  private drawShown(): void {
    const { scenery, shown, viewer } = this;
    if (scenery === null) return void this.ready.then(() => this.drawShown());
    if (shown === null) return;
    this.applyLight(this.light, true);
    if (!this.hasFramed) {
      this.hasFramed = true;
      viewer.look(viewer.framed(shown.view, 'theatre'));
    }
    scenery.picture.show(marksIn(shown), shown.labels);
    this.screen.wake();
  }

  private choose(chosen: Partial<Extras['chosen']>): void {
    this.change({ ...this.extras, chosen: { ...this.extras.chosen, ...chosen } });
  }

  private change(extras: Extras): void {
    this.extras = extras;
    if (this.scenery === null) return void this.ready.then(({ picture }) => picture.change(this.extras));
    this.scenery.picture.change(extras);
    this.screen.wake();
  }

  private takeLight(light: Light, ms: number): void {
    const from = this.light;
    this.light = light;
    if (this.scenery === null) return;
    if (from.nightness === light.nightness && from.mist === light.mist) return this.applyLight(light);
    void this.animator.run(ms, (share) => {
      const t = sine(share);
      if (this.light !== light) return;
      this.applyLight({ nightness: from.nightness + (light.nightness - from.nightness) * t, mist: from.mist + (light.mist - from.mist) * t });
    });
  }

  /** `isFollowed`: everything is drawn right after, and need not be drawn for the light alone. */
  private applyLight({ nightness, mist }: Light, isFollowed: boolean = false): void {
    if (isFollowed) this.light = { nightness, mist };
    const { scenery } = this;
    if (scenery === null) return;
    scenery.board.scene.cameras.main.setBackgroundColor(nightness >= 0.5 ? NIGHT_PAPER : PAPER);
    scenery.ground.setNightness(nightness);
    scenery.picture.setNightness(nightness, isFollowed);
    scenery.picture.setMist(mist);
    this.screen.wake();
  }

  private looked(): void {
    this.scenery?.ground.place(this.viewer.camera);
    this.scenery?.picture.look(this.viewer.camera);
    this.screen.wake();
  }

  private settled(): void {
    this.scenery?.picture.settle();
    void this.scenery?.ground.refine(this.viewer.camera).then(() => this.screen.wake());
    this.screen.wake();
  }

  private placeOf(id: string): XY | null {
    if (this.shown === null) return null;
    const { view } = this.shown;
    const post = view.posts.find((one) => one.id === id);
    if (post !== undefined) return pointOf(post);
    const marks = this.scenery?.picture.drawn ?? marksIn(this.shown);
    const mark = [...marks.guns, ...marks.fixes].find((one) => one.id === id) ?? marks.counters.find(({ ids }) => ids.includes(id));
    return mark?.place ?? marks.trenches.find((one) => one.id === id)?.line.at(-1) ?? null;
  }

  // Hands

  private pickOf(at: XY, reach: number): Pick | null {
    const { scenery, shown } = this;
    const marks = scenery?.picture.drawn ?? null;
    if (shown === null || marks === null || scenery === null) return null;
    return pickAt(at, this.viewer.camera, marks, scenery.picture.pieces.shown, shown.view.facts.map.grid, reach, this.extras.chosen.pickable);
  }

  private tap(at: XY, isTouch: boolean): void {
    const pick = this.pickOf(at, isTouch ? REACH.touch : REACH.mouse);
    if (pick !== null) for (const callback of this.pickers) callback(pick);
  }

  private point(at: XY): void {
    const pick = this.pickOf(at, REACH.mouse);
    this.parent.style.cursor = pick !== null && pick.ids.length > 0 ? 'pointer' : 'grab';
  }
}
