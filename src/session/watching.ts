/** A siege that both commanders play out while somebody watches: turns ahead of the eye, with their figures and marks. */
import type { SideView } from '../engine/index.ts';
import { curvePoint, mainWeapon, type CurvePoint } from './curves.ts';
import type { Session } from './session.ts';
import { timeMarks, type TimeMark } from './time-marks.ts';

/** What has been played out so far. */
export interface Course {
  readonly turns: number;
  readonly isOver: boolean;
  /** Weapon whose shells the curve of supply counts. */
  readonly weapon: string | null;
  readonly points: readonly CurvePoint[];
  readonly marks: readonly TimeMark[];
}

/** Plays one session out, turn by turn, and keeps its course. */
export class Watching {
  readonly session: Session;
  readonly #weapon: string | null;
  readonly #points: CurvePoint[] = [];
  readonly #marks: TimeMark[] = [];
  readonly #garrison: SideView[] = [];
  #isStopped = false;

  constructor(session: Session) {
    this.session = session;
    this.#weapon = mainWeapon(session.view(0, 'garrison'));
    for (let turns = 0; turns <= session.turnsPlayed; turns += 1) this.#note(turns);
  }

  get course(): Course {
    const { session } = this;
    const isOver = session.view(session.turnsPlayed, 'garrison').verdict !== null;
    return { turns: session.turnsPlayed, isOver, weapon: this.#weapon, points: [...this.#points], marks: [...this.#marks] };
  }

  /** Plays to the end, one turn between two calls of `rest`; `told` hears of each. */
  async run(rest: () => Promise<void>, told: (course: Course) => void): Promise<void> {
    told(this.course);
    while (!this.#isStopped && this.session.playAhead()) {
      this.#note(this.session.turnsPlayed);
      told(this.course);
      await rest();
    }
  }

  stop(): void {
    this.#isStopped = true;
  }

  #note(turns: number): void {
    const garrison = this.session.view(turns, 'garrison');
    const events = turns === 0 ? [] : this.session.truth(turns - 1);
    this.#points.push(curvePoint(garrison, this.session.view(turns, 'besieger'), events, this.#garrison, this.#weapon));
    if (turns > 0) this.#marks.push(...timeMarks(turns - 1, events, garrison.sky.valley));
    this.#garrison.push(garrison);
  }
}
