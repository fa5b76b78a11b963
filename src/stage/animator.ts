/** What moves on the stage: steps called with a share of their time, until done or ended at once. */

interface Motion {
  readonly ms: number;
  readonly step: (share: number) => void;
  readonly done: () => void;
  passed: number;
}

/** Runs motions on a clock that others turn. */
export class Animator {
  /** Milliseconds told in one that passes. */
  pace = 1;
  private motions: Motion[] = [];
  private readonly stirred: () => void;

  /** `stirred` is called when there is something to move again. */
  constructor(stirred: () => void) {
    this.stirred = stirred;
  }

  get isIdle(): boolean {
    return this.motions.length === 0;
  }

  /** Calls `step` with shares from 0 to 1 over so many milliseconds; resolves at the end. */
  run(ms: number, step: (share: number) => void): Promise<void> {
    return new Promise((done) => {
      step(0);
      this.motions.push({ ms, step, done, passed: 0 });
      this.stirred();
    });
  }

  /** Lets time pass. */
  pass(ms: number): void {
    const running = this.motions;
    for (const motion of running) {
      motion.passed += ms * this.pace;
      motion.step(Math.min(1, motion.passed / Math.max(1, motion.ms)));
    }
    this.motions = this.motions.filter((motion) => motion.passed < motion.ms || !running.includes(motion));
    for (const motion of running) if (motion.passed >= motion.ms) motion.done();
  }

  /** Puts everything where it would end. */
  finish(): void {
    const running = this.motions;
    this.motions = [];
    for (const motion of running) {
      motion.step(1);
      motion.done();
    }
  }
}
