/** Holds the camera: moves it at once or in a glide, and says when it has come to rest. */
import type { Place, SideView } from '../engine/index.ts';
import type { Animator } from './animator.ts';
import {
  boundsOf, framing, glided, isInWindow, lookingAt, onStep, panned, resized, steppedZoom, zoomedAt, type Bounds, type Camera, type Insets,
} from './camera.ts';
import type { XY } from './geometry/lines.ts';
import { cubicInOut, TEMPO } from './tempo.ts';

/** What a viewer tells its owner. */
export interface ViewerOwner {
  /** The camera has moved: lay everything where it now belongs. */
  looked(camera: Camera): void;
  /** It has come to rest: draw sharp what was only moved. */
  settled(camera: Camera): void;
}

/** Metres around the theatre, and around the posts of the whole valley. */
const [THEATRE_ROOM, VALLEY_ROOM] = [1500, 500];
/** What lies this near the first command post is the heart of a siege, metres. */
const HEART = 2500;
/** Metres around what a turn tells. */
const TELLING_ROOM = 700;
const NOWHERE: Bounds = { west: -9e6, east: 9e6, south: -9e6, north: 9e6 };

export class Viewer {
  camera: Camera;
  /** True: moves are made at once. */
  isCalm: boolean;
  private readonly owner: ViewerOwner;
  private readonly animator: Animator;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private glides = 0;

  constructor(owner: ViewerOwner, animator: Animator, size: { readonly width: number; readonly height: number }, isCalm: boolean) {
    this.owner = owner;
    this.animator = animator;
    this.isCalm = isCalm;
    this.camera = { ...size, insets: { top: 0, right: 0, bottom: 0, left: 0 }, zoom: 82, middle: { east: 0, north: 0 }, limits: NOWHERE };
  }

  /** Moves at once; ends a glide. */
  look(camera: Camera): void {
    this.glides += 1;
    this.take(camera);
  }

  limit(limits: Bounds): void {
    this.camera = { ...this.camera, limits };
  }

  inset(insets: Insets): void {
    this.look(lookingAt({ ...this.camera, insets }, this.camera.middle));
  }

  resize(width: number, height: number): void {
    this.look(lookingAt(resized(this.camera, width, height), this.camera.middle));
  }

  pan(dx: number, dy: number): void {
    this.look(panned(this.camera, dx, dy));
  }

  zoom(factor: number, at: XY): void {
    this.look(zoomedAt(this.camera, this.camera.zoom * factor, at));
  }

  step(steps: 1 | -1): void {
    void this.glide(zoomedAt(this.camera, steppedZoom(this.camera.zoom, steps)));
  }

  /** Brings a place into the free window. */
  bring(place: Place): void {
    if (!isInWindow(this.camera, place, 40)) void this.glide(lookingAt(this.camera, place));
  }

  /** The camera over what the scenario is about, or over the whole valley. */
  framed(view: SideView, what: 'theatre' | 'valley'): Camera {
    const posts = what === 'valley' ? view.posts : view.posts.filter(({ inTheatre }) => inTheatre);
    const isAll = posts.length === view.posts.length;
    const shown = what === 'theatre' && isAll ? heartOf(view) : posts;
    const bounds = boundsOf(shown.length > 0 ? shown : view.posts, isAll ? VALLEY_ROOM : THEATRE_ROOM);
    return onStep(framing(this.camera, bounds, 8));
  }

  /** Looks where a turn is told, if that lies outside the free window. */
  async attend(points: readonly XY[]): Promise<void> {
    const places = points.map(([east, north]) => ({ east, north }));
    if (places.length === 0 || places.every((place) => isInWindow(this.camera, place, 24))) return;
    const all = framing(this.camera, boundsOf(places, TELLING_ROOM), 24);
    await this.glide(all.zoom > this.camera.zoom ? lookingAt(this.camera, all.middle) : all);
  }

  glide(to: Camera): Promise<void> {
    const from = this.camera;
    if (this.isCalm) {
      this.look(to);
      return Promise.resolve();
    }
    this.glides += 1;
    const glide = this.glides;
    return this.animator.run(TEMPO.glide, (share) => {
      // Panels may open, and a hand may take the map, on the way.
      if (glide === this.glides) this.take({ ...glided(from, to, cubicInOut(share)), insets: this.camera.insets });
    });
  }

  settleSoon(): void {
    this.close();
    this.timer = setTimeout(() => {
      this.timer = null;
      this.owner.settled(this.camera);
    }, TEMPO.settle);
  }

  close(): void {
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private take(camera: Camera): void {
    this.camera = camera;
    this.owner.looked(camera);
    this.settleSoon();
  }
}

/** Where nothing is singled out: the posts about the first command post. */
function heartOf({ posts, facts }: SideView): SideView['posts'] {
  const middle = posts.find(({ id }) => id === facts.camps[0]?.commandPost);
  if (middle === undefined) return posts;
  return posts.filter(({ east, north }) => Math.hypot(east - middle.east, north - middle.north) <= HEART);
}
