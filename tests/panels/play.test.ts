import { beforeAll, describe, expect, it } from 'vitest';
import { ORDER_KINDS, SIDES, type SideId } from '../../src/engine/index.ts';
import { cohesionByPost, cohesionCauses, willByRegiment } from '../../src/panels/cohesion.ts';
import { mapInWords } from '../../src/panels/map-words.ts';
import { formOf, pickableIds, textOfValue, valuePicked } from '../../src/panels/order-fields.ts';
import { ORDER_KEYS } from '../../src/panels/order-icon.ts';
import { orderKey } from '../../src/session/order-key.ts';
import { acceptAll, planLines, toggleLine } from '../../src/panels/plan-lines.ts';
import { storesOf } from '../../src/panels/stores.ts';
import { LANGUAGES } from '../../src/panels/text/language.ts';
import { figuresOf, termWords } from '../../src/panels/text/forecast-words.ts';
import { namesInView, plainText } from '../../src/panels/text/names.ts';
import { orderWords, problemWords } from '../../src/panels/text/order-words.ts';
import { reasonWords } from '../../src/panels/text/reason-words.ts';
import type { LoadedScenario } from '../../src/scenario/parse.ts';
import { defaultCommanders } from '../../src/session/load-game.ts';
import { Session } from '../../src/session/session.ts';
import { shipped } from '../helpers/sieges.ts';

let night: LoadedScenario;

beforeAll(async () => {
  night = await shipped('first-night');
});

function begun(side: SideId, turns = 0): Session {
  const { scenario, id, hash } = night;
  const session = Session.start({ scenario, source: { id, hash }, seed: '1954', side, mode: 'play', commanders: defaultCommanders(night) });
  for (let turn = 0; turn < turns; turn += 1) {
    acceptAll(session, []);
    session.endTurn();
  }
  return session;
}

describe.each(SIDES)('the plan of the %s', (side) => {
  it('stands open until it is accepted, line by line or whole', () => {
    const play = begun(side, 1);
    const lines = planLines(play, []);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.every((line) => line.state === 'open')).toBe(true);
    const [first] = lines;
    if (first === undefined) throw new Error('no line');
    toggleLine(play, first);
    expect(planLines(play, []).map((line) => line.state).filter((state) => state === 'accepted')).toHaveLength(1);
    toggleLine(play, first);
    expect(play.orders).toEqual([]);
    expect(planLines(play, [orderKey(first.order)])[0]?.state).toBe('struck');
    acceptAll(play, []);
    expect(planLines(play, []).every((line) => line.state === 'accepted')).toBe(true);
    expect(play.problems()).toEqual([]);
  });

  it('says each line, its reason and its forecast in each language', () => {
    const play = begun(side, 1);
    const view = play.view();
    for (const lang of LANGUAGES) {
      const names = namesInView(view, lang);
      for (const line of planLines(play, [])) {
        const { title, detail } = orderWords(line.order, names, view);
        const forecast = play.forecast(line.order);
        const said = [title, detail, ...line.reasons.map((reason) => reasonWords(reason, names))];
        const figures = forecast === null ? [] : figuresOf(forecast, lang).flatMap((figure) => [figure.middle, figure.label]);
        const terms = forecast?.terms.map((term) => termWords(term, names).value) ?? [];
        for (const text of [...said.map(plainText), ...figures, ...terms]) {
          expect(text).not.toMatch(/\{\{|undefined|NaN|\u0001/);
          expect(text.trim()).not.toBe('');
        }
      }
    }
  });

  it('keeps orders of one’s own beside the staff’s', () => {
    const play = begun(side, 1);
    const kind = ORDER_KINDS[side][side === 'garrison' ? 2 : 1];
    const target = play.choices(kind, {}).values[0] ?? '';
    const form = formOf(play, kind, { target: { kind: target.split(':')[0], id: target.split(':')[1] }, weapon: play.view().batteries[0]?.weapon });
    if (form.order === null) throw new Error(`open: ${form.steps.at(-1)?.choices.field ?? ''}`);
    play.add(form.order);
    expect(planLines(play, []).at(-1)).toMatchObject({ own: true, state: 'accepted' });
  });
});

describe('the form of an order', () => {
  it.each(SIDES)('leads through every order of the %s to one that can be given, or says what is missing', (side) => {
    const play = begun(side, 1);
    for (const kind of ORDER_KINDS[side]) {
      const chosen: Record<string, unknown> = {};
      let form = formOf(play, kind, chosen);
      for (let step = 0; form.order === null && step < 10; step += 1) {
        const open = form.steps.at(-1);
        const [value] = open?.choices.values ?? [];
        if (open === undefined || value === undefined) break;
        const [id] = pickableIds(open.choices);
        expect(valuePicked(open.choices, id ?? '')).toBe(value);
        chosen[open.choices.field] = open.choices.form === 'many' ? [value] : value;
        form = formOf(play, kind, chosen);
      }
      const last = form.steps.at(-1);
      if (form.order === null) expect(last?.choices.values).toEqual([]);
      else expect(play.problemsWith(form.order).filter((problem) => problem.reason === 'unreadable')).toEqual([]);
    }
  });

  it('drops a choice that is no longer allowed', () => {
    const play = begun('garrison', 1);
    const form = formOf(play, 'bombard', { target: 'post:command-post', weapon: 't105' });
    expect(form.order).toBeNull();
    expect(form.steps).toHaveLength(1);
    expect(textOfValue({ kind: 'post', id: 'x' })).toBe('post:x');
  });

  it('says every refusal in words', () => {
    const play = begun('garrison', 1);
    const names = namesInView(play.view(), 'en');
    const [problem] = play.problemsWith({ kind: 'protect', post: 'beatrice-1', rounds: -5 });
    if (problem === undefined) throw new Error('no refusal');
    expect(problemWords(problem, names)).toBe('The number is not allowed. Expected: 1 and 100,000.');
  });

  it('has a key for each order, none twice on one side', () => {
    for (const side of SIDES) {
      const keys = ORDER_KINDS[side].map((kind) => ORDER_KEYS[kind]);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.filter((key) => 'YENMTU'.includes(key))).toEqual([]);
    }
  });
});

describe('the cards', () => {
  it('reckon stores from dumps, guns and what was fired', () => {
    const view = begun('garrison', 2).view();
    for (const store of storesOf(view)) {
      const index = view.weapons.indexOf(store.weapon);
      const fired = view.ledger.fired[index] ?? 0;
      if (fired === 0) expect(store.days).toBeNull();
      else expect(store.days).toBeCloseTo(store.rounds / fired, 6);
      expect(store.tubes).toBeLessThanOrEqual(store.tubesAtStart);
    }
    expect(storesOf(view).some((store) => store.days !== null)).toBe(true);
  });

  it('give each post that is held the mean cohesion of its men, and the causes by their weight', () => {
    const play = begun('garrison', 1);
    const view = play.view();
    const rows = cohesionByPost(view);
    expect(rows.map((row) => row.id)).toEqual(['beatrice-1', 'beatrice-2', 'beatrice-3']);
    for (const row of rows) expect(row.men).toBe(view.posts.find((post) => post.id === row.id)?.men);
    const after = begun('garrison', 2);
    const causes = cohesionCauses(after.log(), 'garrison', 1);
    expect(causes.length).toBeGreaterThan(0);
    expect(causes.map(({ points }) => Math.abs(points))).toEqual([...causes].map(({ points }) => Math.abs(points)).sort((a, b) => b - a));
  });

  it('give the besieger the will of his regiments', () => {
    const rows = willByRegiment(begun('besieger').view());
    expect(rows.map((row) => row.id)).toEqual(['regiment-141', 'regiment-209']);
  });
});

describe('the map in words', () => {
  it.each(SIDES)('names every post, unit in the open, gun, contact and fix of the %s’s view', (side) => {
    const play = begun(side, 2);
    const view = play.view();
    const leaves = mapInWords(view, namesInView(view, 'en'), play).flatMap((branch) => branch.leaves);
    const said = (kind: string): string[] => leaves.filter((leaf) => leaf.selection.kind === kind).map((leaf) => leaf.selection.id).sort();
    const ids = (things: readonly { readonly id: string }[]): string[] => things.map((thing) => thing.id).sort();
    expect(said('post')).toEqual(ids(view.posts));
    expect(said('battery')).toEqual(ids(view.batteries));
    expect(said('contact')).toEqual(ids(view.contacts));
    expect(said('fix')).toEqual(ids(view.fixes));
    expect(said('unit')).toEqual(ids(view.units.filter((unit) => unit.post === null && unit.men > 0)));
    for (const leaf of leaves) expect([leaf.name, ...leaf.facts].join('. ')).not.toMatch(/\{\{|undefined|NaN|\u0001/);
  });

  it('tells a post with both its names, its holder, its men and the trench before it', () => {
    const play = begun('garrison', 1);
    const view = play.view();
    const [branch] = mapInWords(view, namesInView(view, 'en'), play);
    expect(branch?.title).toBe('Posts of Béatrice');
    const [leaf] = branch?.leaves ?? [];
    expect(leaf?.name).toBe('Béatrice 1, Him Lam (đồi bắc)');
    expect(leaf?.facts[0]).toBe('held by the garrison');
    expect(leaf?.facts.join(' ')).toMatch(/9e Cie III\/13e DBLE, \d+ men/);
    expect(leaf?.facts.join(' ')).toMatch(/opposing trench \d+\u00a0m from the wire/);
  });
});
