import { beforeAll, describe, expect, it } from 'vitest';
import type { EventType, SiegeEvent } from '../../src/engine/index.ts';
import { LANGUAGES, type Lang } from '../../src/panels/text/language.ts';
import { logOf } from '../../src/panels/text/log.ts';
import { namesOf, plainText, type Names } from '../../src/panels/text/names.ts';
import { logLine } from '../../src/panels/text/log-line.ts';
import type { LoadedScenario } from '../../src/scenario/parse.ts';
import { playedAtRandom, playedByCommanders, shipped } from '../helpers/sieges.ts';

let night: LoadedScenario;
const at = { turn: 1, pulse: 2 } as const;
const calendar = { firstDay: '1954-03-13', firstPhase: 'day' } as const;

const names = (lang: Lang, side: Names['side'] = null): Names => namesOf({ ...night.scenario, strips: night.scenario.map.strips, hexMetres: 200 }, side, lang);
const texts = (events: readonly SiegeEvent[], side: Names['side'] = 'garrison', lang: Lang = 'en'): string[] => logOf(events, names(lang, side), calendar).map((entry) => entry.text);

beforeAll(async () => {
  night = await shipped('first-night');
});

describe('the log', () => {
  it('puts the batteries that fired on posts in one hour into one line', () => {
    const fired = (battery: string, weapon: string, rounds: number, post: string): SiegeEvent => ({ type: 'battery-fired', side: 'besieger', battery, weapon, rounds, at: { kind: 'post', id: post }, ...at });
    const events = [fired('battery-801', 't105', 40, 'beatrice-1'), fired('battery-806', 't105', 60, 'beatrice-2'), fired('m', 't75', 20, 'beatrice-1')];
    expect(texts(events, 'besieger')).toEqual(['Our 105 mm and 75 mm fire 120 rounds on Him Lam (đồi bắc) and Him Lam (đồi tây nam).']);
  });

  it('counts the dead of one post in one hour together, as people', () => {
    const lost = (unit: string, killed: number, wounded: number): SiegeEvent => ({ type: 'men-lost', side: 'garrison', unit, killed, wounded, cause: 'shelling', ...at });
    const events = [lost('iii-13-dble-10', 7, 15), lost('iii-13-dble-12', 4, 8)];
    expect(texts(events)).toEqual(['Béatrice 2: 11 killed, 23 wounded by shelling.']);
    expect(texts(events, 'garrison', 'fr')).toEqual(['Béatrice 2\u00a0: 11 tués, 23 blessés sous les obus.']);
    expect(texts(events, 'garrison', 'vi')).toEqual(['Béatrice 2: 11 tử trận, 23 bị thương vì pháo kích.']);
  });

  it('tells an hour of an assault with those who fell in it', () => {
    const events: SiegeEvent[] = [
      { type: 'men-lost', side: 'garrison', unit: 'iii-13-dble-9', killed: 1, wounded: 3, cause: 'assault', ...at },
      { type: 'assault-pulse', side: 'besieger', post: 'beatrice-1', odds: 0, lodgement: 400, attackersLost: 0, defendersLost: 4, ...at },
    ];
    expect(texts(events)).toEqual(['Béatrice 1: the assault holds 40\u00a0% of the post. 1 killed, 3 wounded.']);
  });

  it('follows a company into the post that it relieves', () => {
    const events: SiegeEvent[] = [
      { type: 'march-ended', unit: '8-bpc-1', post: 'beatrice-1', purpose: 'counter-attack', ...at },
      { type: 'men-lost', side: 'garrison', unit: '8-bpc-1', killed: 2, wounded: 0, cause: 'shelling', turn: 1, pulse: 3 },
    ];
    expect(texts(events)).toEqual(['1re Cie 8e BPC reaches Béatrice 1.', 'Béatrice 1: 2 killed by shelling.']);
  });

  it('counts the prisoners of one post together', () => {
    const captured = (unit: string, men: number, wounded: number): SiegeEvent => ({ type: 'men-captured', side: 'garrison', unit, men, wounded, post: 'beatrice-2', ...at });
    expect(texts([captured('iii-13-dble-10', 29, 62), captured('iii-13-dble-12', 20, 0)])).toEqual(['Béatrice 2: 49 men taken prisoner, and 62 wounded.']);
  });

  it('leaves out moves from hex to hex and small shifts of cohesion', () => {
    const events: SiegeEvent[] = [
      { type: 'unit-moved', unit: '8-bpc-1', from: 1, to: 2, ...at },
      { type: 'cohesion-changed', side: 'garrison', unit: '8-bpc-1', to: 780, causes: [{ cause: 'rain', points: -20 }], ...at },
      { type: 'men-lost', side: 'garrison', unit: '8-bpc-1', killed: 0, wounded: 0, cause: 'raid', ...at },
    ];
    expect(texts(events)).toEqual([]);
  });

  it('gives the hour, a picture and what must be said at once', () => {
    const [entry] = logOf([{ type: 'holder-changed', post: 'beatrice-1', from: 'garrison', to: 'besieger', cause: 'stormed', turn: 1, pulse: 5 }], names('en', 'garrison'), calendar);
    expect(entry).toMatchObject({ time: '23:00', icon: 'flag', urgent: true, text: 'Béatrice 1 is taken by assault.' });
  });

  it('names no number that the other side’s fog has taken out', () => {
    const unseen: SiegeEvent[] = [
      { type: 'echelon-committed', side: 'besieger', post: 'beatrice-1', units: [], men: 0, ...at },
      { type: 'assault-ended', side: 'besieger', post: 'beatrice-1', how: 'halted', lost: 0, ...at },
      { type: 'battery-captured', side: 'besieger', battery: '', tubes: 2, rounds: 80, gunners: 6, ...at },
    ];
    expect(texts(unseen)).toEqual([
      'Béatrice 1: the besiegers send in a second echelon.',
      'The assault on Béatrice 1 is halted.',
      'Captured: 2 guns with 80 rounds, 6 gunners taken prisoner.',
    ]);
  });

  it('words every event of whole sieges in each language, without a gap or an id left open', () => {
    const events = [...playedByCommanders(night, '1954').events.flat(), ...[1, 2, 3].flatMap((seed) => playedAtRandom(night, String(seed)).events.flat())];
    const kinds = new Set<EventType>(events.map((event) => event.type));
    expect(kinds.size).toBeGreaterThan(28);
    for (const lang of LANGUAGES) {
      for (const event of events) {
        const text = plainText(logLine(event, names(lang)));
        expect(text).not.toMatch(/\{\{|undefined|NaN|\u0001|[a-z]+-[a-z0-9]+-\d|log\.|\u202f/);
        expect(text.length).toBeGreaterThan(8);
      }
    }
  });

  it('tells a night of the commanders in far fewer lines than it has events', () => {
    const events = playedByCommanders(night, '1954').events.flat();
    expect(logOf(events, names('en'), calendar).length).toBeLessThan(events.length / 4);
  });
});
