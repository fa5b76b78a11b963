/** Tells a turn on the stage, pulse by pulse; the last picture is that of the view, whatever was told before. */
import type { SiegeEvent, SideView } from '../engine/index.ts';
import type { Animator } from './animator.ts';
import type { Camera } from './camera.ts';
import type { Marks } from './facts/marks.ts';
import { AT_REST, type Moment, type Picture, type StageLabels } from './picture.ts';
import { isNightTurn, tellingOf, type Beat } from './playback/telling.ts';
import { onScreen } from './camera.ts';
import { quadOut, TEMPO } from './tempo.ts';

/** What the player needs of the stage. */
export interface Stagehand {
  readonly picture: Picture;
  readonly animator: Animator;
  camera(): Camera;
  /** True where things appear in place instead of moving. */
  isCalm(): boolean;
  /** Takes the light to that of an hour. */
  lightAt(isNight: boolean, pulse: number, ms: number): void;
  /** Brings what happens into the free window. */
  attend(beats: readonly Beat[]): Promise<void>;
  told(turn: number, pulse: number): void;
}

export class Player {
  private readonly stage: Stagehand;
  private run = 0;

  constructor(stage: Stagehand) {
    this.stage = stage;
  }

  /** Ends the telling; what is left of it is not shown. */
  stop(): void {
    this.run += 1;
    this.stage.animator.finish();
  }

  /** Tells the events from one picture on; resolves at their end or when stopped. */
  async play(before: Marks, events: readonly SiegeEvent[], view: SideView, labels: StageLabels): Promise<void> {
    this.run += 1;
    const run = this.run;
    const beats = tellingOf(before, events, view);
    const was = new Map(before.trenches.map(({ id, dug }) => [id, dug]));
    let marks = before;
    if (beats.length > 0) await this.stage.attend(beats);
    for (const beat of beats) {
      if (this.run !== run) break;
      this.stage.told(beat.turn, beat.pulse);
      await this.tell(marks, beat, view, labels, was);
      marks = beat.after;
    }
    this.stage.picture.bursts.clear();
    this.stage.picture.sky.clear();
    this.stage.picture.fadeFire(1);
  }

  private async tell(before: Marks, beat: Beat, view: SideView, labels: StageLabels, was: ReadonlyMap<string, number>): Promise<void> {
    const { picture, animator } = this.stage;
    const isCalm = this.stage.isCalm();
    const isSeen = beat.shots.length + beat.bursts.length + beat.moves.length + beat.begun.length > 0 || before.posts !== beat.after.posts;
    const hasSky = beat.sky.flights.length + beat.sky.canopies.length > 0;
    const ms = hasSky ? TEMPO.flight : isSeen || beat.gathered.length > 0 ? TEMPO.pulse : TEMPO.quietPulse;
    this.stage.lightAt(isNightTurn(view, beat.turn), beat.pulse, ms);
    const growth = new Map(beat.begun.map((id) => [id, 1]));
    const moment: Moment = { ...AT_REST, shots: beat.shots, flares: beat.flares, growth, was, gathered: beat.gathered };
    picture.show({ ...beat.after, posts: before.posts, held: before.held, loads: before.loads }, labels, moment);
    if (isCalm) await animator.run(TEMPO.fade, (share) => picture.fadeFire(share));
    await animator.run(isCalm ? ms - TEMPO.fade : ms, (share) => {
      if (isCalm) this.still(beat);
      else this.move(beat, share * ms, share);
    });
    picture.pieces.stopShifting();
    picture.sky.clear();
    picture.show(beat.after, labels, { ...moment, shots: [] });
  }

  /** One frame of a pulse: arcs appear, shells fly, then burst; men walk meanwhile. */
  private move({ shots, bursts, moves, sky }: Beat, ms: number, share: number): void {
    const { picture } = this.stage;
    const camera = this.stage.camera();
    picture.fadeFire(Math.min(1, ms / 110));
    const flown = shots.length === 0 ? 1 : Math.min(1, ms / TEMPO.arc);
    const burst = (ms - (shots.length === 0 ? 60 : TEMPO.arc - 60)) / (TEMPO.burst * 1.2);
    picture.bursts.show(camera, shots, quadOut(flown) * 0.999, bursts, burst);
    picture.sky.show(camera, sky, share);
    picture.flares.sway(4 * Math.sin((performance.now() / TEMPO.flare) * 2 * Math.PI));
    if (picture.flares.isBurning) picture.flares.place(camera);
    if (moves.length === 0) return;
    const left = 1 - quadOut(Math.min(1, ms / TEMPO.move));
    for (const { id, from, to } of moves) {
      const [a, b] = [onScreen(camera, ...from), onScreen(camera, ...to)];
      picture.pieces.shift(id, (a[0] - b[0]) * left, (a[1] - b[1]) * left);
    }
    picture.drawPieces();
  }

  /** A pulse without motion: everything in its place at once. */
  private still({ bursts, sky }: Beat): void {
    this.stage.picture.sky.show(this.stage.camera(), sky, 0.45);
    this.stage.picture.bursts.show(this.stage.camera(), [], 1, bursts, 0.45);
  }
}
