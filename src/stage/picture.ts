/** Everything above the ground: what is drawn now, and in which order it is drawn. */
import type { MapFacts, Order, StripUse, Words } from '../engine/index.ts';
import { DEPTH, type Board } from './board.ts';
import type { Camera } from './camera.ts';
import type { Marks, PlaceName } from './facts/marks.ts';
import { placeNames } from './facts/read-view.ts';
import { distance, middleOf, type XY } from './geometry/lines.ts';
import { fingerprint } from './geometry/seeded.ts';
import { paintAssaults, type Growth } from './layers/assaults.ts';
import { BurstLayer } from './layers/bursts.ts';
import { paintCraters } from './layers/craters.ts';
import { paintFire } from './layers/fire.ts';
import { FlareLayer, type DayPatch } from './layers/flares.ts';
import { paintLoads } from './layers/loads.ts';
import { paintHeldGround } from './layers/held-ground.ts';
import { NameLayer } from './layers/names.ts';
import { paintOrders } from './layers/orders.ts';
import { PieceLayer } from './layers/pieces.ts';
import { paintPosts } from './layers/posts.ts';
import { paintGalleries, paintStrips, paintZone } from './layers/siege-ground.ts';
import { SkyLayer } from './layers/sky.ts';
import { paintSelection, type Chosen } from './layers/selection.ts';
import { paintTrenches, type NewLength } from './layers/trenches.ts';
import { VeilLayer } from './layers/veil.ts';
import { WeatherLayer } from './layers/weather.ts';
import type { Gathered } from './playback/flights.ts';
import type { Shot } from './playback/telling.ts';
import { badgesOn } from './layout/badges.ts';
import { Sheet } from './sheet.ts';
import type { SymbolSet } from './symbols/piece-art.ts';
import { DAY, NIGHT, type Theme } from './theme.ts';

/** The words on the map; the stage knows no language. */
export interface StageLabels {
  /** What both sides call a post, by the viewpoint of the page; `other` is empty where it is not to be shown. */
  post(id: string): { readonly own: string; readonly other: string };
  /** A name of the map in the language of the page. */
  word(words: Words): string;
  /** How old a sighting is, in a word or two: "2 turns old". */
  age(turns: number): string;
  /** What a strip can be used for: "closed by fire". */
  strip(use: StripUse): string;
}

/** Parts of the picture that can be left out. */
export type LayerName = 'names' | 'men' | 'guns' | 'works' | 'sight' | 'plan';

/** What the picture shows beside the marks of a view. */
export interface Extras {
  readonly orders: readonly Order[];
  readonly chosen: Chosen;
  readonly hidden: ReadonlySet<LayerName>;
  readonly symbols: SymbolSet;
}

/** What is told of a turn while it is played: fire in the air, arrows that grow, trenches that were shorter. */
export interface Moment {
  readonly shots: readonly Shot[];
  readonly growth: Growth;
  readonly was: NewLength;
  readonly flares: readonly XY[];
  /** Loads that were just brought in. */
  readonly gathered: readonly Gathered[];
}

/** Nothing is being told. */
export const AT_REST: Moment = { shots: [], growth: new Map(), was: new Map(), flares: [], gathered: [] };

export class Picture {
  readonly pieces: PieceLayer;
  readonly bursts: BurstLayer;
  readonly flares: FlareLayer;
  readonly sky: SkyLayer;
  private readonly works: Sheet;
  private readonly fire: Sheet;
  private readonly overlay: Sheet;
  private readonly names: NameLayer;
  private readonly veil: VeilLayer;
  private readonly weather: WeatherLayer;
  private places: readonly PlaceName[] = [];
  private map: MapFacts | null = null;
  private marks: Marks | null = null;
  private labels: StageLabels | null = null;
  private moment: Moment = AT_REST;
  private theme: Theme = DAY;
  private mist = 0;
  private camera: Camera;
  private extras: Extras;

  constructor(board: Board, camera: Camera, extras: Extras, dayPatch: DayPatch) {
    this.camera = camera;
    this.extras = extras;
    this.works = new Sheet(board, DEPTH.works);
    this.fire = new Sheet(board, DEPTH.fire);
    this.overlay = new Sheet(board, DEPTH.orders);
    this.pieces = new PieceLayer(board);
    this.names = new NameLayer(board);
    this.bursts = new BurstLayer(board);
    this.sky = new SkyLayer(board);
    this.flares = new FlareLayer(board, dayPatch);
    this.veil = new VeilLayer(board);
    this.weather = new WeatherLayer(board);
  }

  get drawn(): Marks | null {
    return this.marks;
  }

  readMap(map: MapFacts): void {
    this.map = map;
    this.places = placeNames(map);
    this.veil.readMap(map);
    this.weather.readMap(map);
    this.weather.place(this.camera);
  }

  /** Draws a set of marks at rest or in a moment of the telling. */
  show(marks: Marks, labels: StageLabels, moment: Moment = AT_REST): void {
    const before = this.marks;
    const sameWorks = before !== null && before.posts === marks.posts && before.trenches === marks.trenches && this.labels === labels
      && before.craters === marks.craters && before.held === marks.held && sameGround(before, marks) && this.moment.was === moment.was && this.moment.gathered === moment.gathered && this.works.serves(this.camera);
    this.marks = marks;
    this.labels = labels;
    this.moment = moment;
    if (!sameWorks) this.drawWorks();
    this.drawFire();
    this.drawPieces();
    this.drawOverlay();
    this.flares.show(this.lit(), this.camera);
    this.veil.show(marks, this.lit(), !this.extras.hidden.has('sight') && !marks.both);
    this.weather.show(marks.sky, this.mist, this.theme.name === 'day');
  }

  /** Changes what is shown beside the marks. */
  change(extras: Extras): void {
    const before = this.extras;
    this.extras = extras;
    if (this.marks === null || this.labels === null) return;
    if (before.hidden === extras.hidden && before.symbols === extras.symbols && before.chosen.pickable === extras.chosen.pickable) {
      // A selection or an order moves nothing below it but the names that make room for its number.
      if (before.orders !== extras.orders) this.drawPieces();
      return this.drawOverlay();
    }
    this.redraw();
  }

  /** Draws everything anew: fonts have come, the theme or the size has changed. */
  redraw(): void {
    if (this.marks === null || this.labels === null) return;
    this.drawWorks();
    this.show(this.marks, this.labels, this.moment);
  }

  /** Draws even the small pictures anew: fonts have come, or pixels are smaller. */
  renew(): void {
    this.pieces.forget();
    this.names.forget();
    this.redraw();
  }

  /** Moves with the camera; what must be inked anew waits for `settle`. */
  look(camera: Camera): void {
    this.camera = camera;
    for (const sheet of [this.works, this.fire, this.overlay]) sheet.place(camera);
    for (const layer of [this.veil, this.weather, this.flares]) layer.place(camera);
    this.drawPieces();
    // A long drag shows ground that was not inked.
    if (!this.works.reaches(camera)) this.settle();
  }

  /** Inks anew what no longer serves the camera. */
  settle(): void {
    if (this.marks === null) return;
    if (!this.works.serves(this.camera)) this.drawWorks();
    if (!this.fire.serves(this.camera)) this.drawFire();
    if (!this.overlay.serves(this.camera)) this.drawOverlay();
  }

  /** The light: 0 day, 1 night; inks change in the middle of the way. Draws anew unless `show` follows at once. */
  setNightness(share: number, isFollowed: boolean): void {
    this.veil.setNightness(share);
    const theme = share >= 0.5 ? NIGHT : DAY;
    if (theme === this.theme) return;
    this.theme = theme;
    if (isFollowed) this.labels = null;
    else this.redraw();
  }

  /** Morning mist, 0-1. */
  setMist(share: number): void {
    this.mist = share;
    if (this.marks !== null) this.weather.show(this.marks.sky, share, this.theme.name === 'day');
  }

  /** Lets rain fall while something else moves. */
  pass(ms: number): void {
    this.weather.pass(ms);
  }

  fadeFire(alpha: number): void {
    this.fire.setAlpha(alpha);
  }

  /** Draws pieces and the names that make room for them. */
  drawPieces(): void {
    const { marks, labels } = this;
    if (marks === null || labels === null) return;
    const { hidden, symbols, chosen } = this.extras;
    this.pieces.fade(chosen.pickable === null ? null : new Set(chosen.pickable));
    const none: never[] = [];
    this.pieces.show(
      { ...marks, counters: hidden.has('men') ? none : marks.counters, guns: hidden.has('guns') ? none : marks.guns, fixes: hidden.has('guns') ? none : marks.fixes },
      this.camera, symbols, (turns) => labels.age(turns),
    );
    const badges = hidden.has('plan') ? none : badgesOn(marks, this.extras.orders, this.camera);
    const words = { post: (id: string) => labels.post(id), place: ({ words: name }: PlaceName) => labels.word(name) };
    const room = { camera: this.camera, words, theme: this.theme, taken: [...this.pieces.shown, ...badges] };
    if (hidden.has('names')) this.names.show({ posts: none }, none, room);
    else this.names.show(marks, this.places, room);
  }

  /** Sixteen hex digits for all that is drawn, whatever the camera and however far a change of light has come. */
  digest(isNight: boolean): string {
    const { marks, extras, labels, moment } = this;
    if (marks === null) return fingerprint(null);
    return fingerprint({
      marks, orders: extras.orders, selected: extras.chosen.selected, pickable: extras.chosen.pickable, cursor: extras.chosen.cursor,
      hidden: [...extras.hidden].sort((a, b) => (a < b ? -1 : 1)), symbols: extras.symbols, isNight,
      names: marks.posts.map(({ id }) => labels?.post(id)), places: this.places.map(({ words }) => labels?.word(words)),
      shots: moment.shots, flares: moment.flares, growth: [...moment.growth], was: [...moment.was], gathered: moment.gathered,
    });
  }

  private lit(): readonly XY[] {
    const { marks, moment } = this;
    if (marks === null || this.theme.name === 'day') return [];
    if (moment.flares.length > 0) return merged(moment.flares);
    return merged(marks.posts.filter(({ id }) => marks.assaults.some(({ post }) => post === id)).map(({ place }) => place));
  }

  private drawWorks(): void {
    const { marks, theme, extras, moment, labels } = this;
    if (marks === null) return;
    this.works.draw(this.camera, (pen, frame) => {
      paintHeldGround(pen, frame, marks, theme);
      paintZone(pen, frame, marks, theme);
      paintCraters(pen, frame, marks, theme);
      paintStrips(pen, frame, marks, theme, (use) => labels?.strip(use) ?? '');
      if (!extras.hidden.has('works')) paintTrenches(pen, frame, marks, theme, moment.was);
      paintPosts(pen, frame, marks, theme);
      paintGalleries(pen, frame, marks, theme);
      paintLoads(pen, frame, marks, theme, moment.gathered);
      return true;
    });
  }

  private drawFire(): void {
    const { marks, theme, moment } = this;
    if (marks === null) return;
    if (marks.assaults.length + marks.marches.length + moment.shots.length === 0) return this.fire.hide();
    this.fire.draw(this.camera, (pen, frame) => {
      paintFire(pen, frame, moment.shots, theme);
      paintAssaults(pen, frame, marks, theme, moment.growth);
      return true;
    });
  }

  private drawOverlay(): void {
    const { marks, map, theme, extras } = this;
    if (marks === null || map === null) return;
    const { chosen, orders, hidden } = extras;
    const isEmpty = chosen.selected.length === 0 && chosen.cursor === null && chosen.pickable === null && (orders.length === 0 || hidden.has('plan'));
    if (isEmpty) return this.overlay.hide();
    this.overlay.draw(this.camera, (pen, frame) => {
      const planned = !hidden.has('plan') && paintOrders(pen, frame, marks, orders, badgesOn(marks, orders, this.camera), theme);
      return paintSelection(pen, frame, marks, this.pieces.shown, map.grid, chosen, theme) || planned;
    });
  }
}

/** True where what only a long siege draws on the sheet is the same. */
function sameGround(a: Marks, b: Marks): boolean {
  return a.zone === b.zone && a.loads === b.loads && a.strips === b.strips && a.galleries === b.galleries;
}

/** One flare lights all posts this near, metres. */
const ONE_FLARE = 520;

/** Places that lie close together as one, in their middle. */
function merged(places: readonly XY[]): XY[] {
  const groups: XY[][] = [];
  for (const place of places) {
    const group = groups.find(([first]) => first !== undefined && distance(first, place) < ONE_FLARE);
    if (group === undefined) groups.push([place]);
    else group.push(place);
  }
  return groups.map((group) => {
    const [east, north] = middleOf(group);
    return [Math.round(east), Math.round(north)];
  });
}
