import { beforeAll, describe, expect, it } from 'vitest';
import { defaultCommanders } from '../../src/session/load-game.ts';
import { Session } from '../../src/session/session.ts';
import { timeMarks } from '../../src/session/time-marks.ts';
import { Watching, type Course } from '../../src/session/watching.ts';
import type { LoadedScenario } from '../../src/scenario/parse.ts';
import { shipped } from '../helpers/sieges.ts';

let night: LoadedScenario;

beforeAll(async () => {
  night = await shipped('first-night');
});

function aSession(mode: 'play' | 'watch'): Session {
  const { scenario, id, hash } = night;
  return Session.start({ scenario, source: { id, hash }, seed: '1954', side: 'garrison', mode, commanders: defaultCommanders(night) });
}

async function playedOut(session: Session): Promise<Course[]> {
  const courses: Course[] = [];
  await new Watching(session).run(() => Promise.resolve(), (course) => courses.push(course));
  return courses;
}

describe('a siege that is watched', () => {
  it('is played out ahead while the place looked at stays', async () => {
    const session = aSession('watch');
    const changes: string[] = [];
    session.subscribe((change) => changes.push(change));
    const courses = await playedOut(session);
    expect(session.turn).toBe(0);
    expect(courses.map(({ turns }) => turns)).toEqual(Array.from({ length: session.turnsPlayed + 1 }, (_, turns) => turns));
    expect(courses.at(-1)?.isOver).toBe(true);
    expect(new Set(changes)).toEqual(new Set(['ahead']));
  });

  it('takes the same course as one whose turns are ended one by one', async () => {
    const [ahead, stepped] = [aSession('watch'), aSession('watch')];
    await playedOut(ahead);
    while (stepped.endTurn().ended);
    expect(ahead.replay()).toEqual(stepped.replay());
  });

  it('keeps a point for each turn, from what each side knows of itself', async () => {
    const session = aSession('watch');
    const { points = [] } = (await playedOut(session)).at(-1) ?? {};
    expect(points.map(({ turn }) => turn)).toEqual(Array.from({ length: session.turnsPlayed + 1 }, (_, turn) => turn));
    for (const { turn, men, guns } of points) {
      for (const side of ['garrison', 'besieger'] as const) {
        const view = session.view(turn, side);
        const units = view.units.reduce((sum, unit) => sum + unit.men, 0);
        expect(men[side]).toBe(units + view.batteries.reduce((sum, battery) => sum + battery.gunners, 0));
        expect(guns[side]).toBeLessThanOrEqual(view.batteries.reduce((sum, battery) => sum + battery.tubes, 0));
      }
    }
  });

  it('stops between two turns when it is told to', async () => {
    const session = aSession('watch');
    const watching = new Watching(session);
    await watching.run(() => Promise.resolve(watching.stop()), () => undefined);
    expect(session.turnsPlayed).toBe(1);
  });

  it('opens the truth and the turns ahead to nobody who plays', () => {
    const session = aSession('play');
    expect(() => session.truth(0)).toThrow('the other side');
    expect(session.playAhead()).toBe(false);
    expect(session.turnsPlayed).toBe(0);
  });
});

describe('marks on the time line', () => {
  const at = { turn: 4, pulse: 2 } as const;

  it('name assaults, posts lost and taken back, once a turn and kind', () => {
    const marks = timeMarks(4, [
      { type: 'assault-began', side: 'besieger', post: 'a', lead: [], men: 0, jumpOffMetres: 50, ...at },
      { type: 'assault-began', side: 'garrison', post: 'b', lead: [], men: 0, jumpOffMetres: 0, ...at },
      { type: 'holder-changed', post: 'a', from: 'garrison', to: 'contested', cause: 'entered', ...at },
      { type: 'holder-changed', post: 'a', from: 'contested', to: 'besieger', cause: 'stormed', ...at },
      { type: 'holder-changed', post: 'c', from: 'besieger', to: 'garrison', cause: 'stormed', ...at },
    ], 'clear');
    expect(marks).toEqual([{ turn: 4, kind: 'lost', ids: ['a'] }, { turn: 4, kind: 'retaken', ids: ['c'] }, { turn: 4, kind: 'assault', ids: ['a'] }]);
  });

  it('hold the sky only when it is wet', () => {
    expect(timeMarks(0, [], 'cloud')).toEqual([]);
    expect(timeMarks(0, [], 'storm')).toEqual([{ turn: 0, kind: 'storm', ids: [] }]);
  });
});
