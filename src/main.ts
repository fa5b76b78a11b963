/**
 * The page: panels, stage and session meet here and nowhere else.
 *
 * The panels hold signals of what is chosen and call the deeds below; the stage draws the session's views and says
 * what was pointed at. Neither knows the other.
 */
import { batch, effect } from '@preact/signals';
import type { SideId, SideView } from './engine/index.ts';
import { advance } from './panels/advance.ts';
import { showPanels } from './panels/app.tsx';
import { createDesk, LAYERS, putGame, type Deeds, type Desk, type Setting } from './panels/desk.ts';
import { downloadReplay, Library, openFile, type Opened } from './panels/game-files.ts';
import { selectionOf } from './panels/map-cursor.ts';
import { freeWindow } from './panels/map-window.ts';
import { firstLanguage, type Lang } from './panels/text/language.ts';
import { namesInView, plainText } from './panels/text/names.ts';
import { count, number } from './panels/text/numbers.ts';
import { say } from './panels/text/say.ts';
import { sceneOf } from './panels/watch-desk.ts';
import { runWatch } from './panels/watch-pace.ts';
import { anotherSeed } from './panels/title-screen.tsx';
import { readLink, writeLink } from './replay/link.ts';
import { shippedScenarios, type ShippedScenario } from './scenario/library.ts';
import type { LoadedScenario } from './scenario/parse.ts';
import type { Problem } from './scenario/problem.ts';
import { Autosave, readAutosave } from './session/autosave.ts';
import { browserStore } from './session/browser-store.ts';
import { defaultCommanders, loadGame } from './session/load-game.ts';
import { Session } from './session/session.ts';
import { Watching } from './session/watching.ts';
import type { Store } from './session/store.ts';
import type { Pick, Stage, StageLabels } from './stage/stage.ts';

const LANGUAGE_KEY = 'vong-vay/language';

/** One visit of the page. */
class Page implements Deeds {
  readonly #desk: Desk;
  readonly #library = new Library();
  #session: Session | null = null;
  #watching: Watching | null = null;
  #autosave: Autosave | null = null;
  #store: Store | null = null;
  #kept: string | null = null;
  #stage: Stage | null = null;
  /** The map on the stage. */
  #ground: unknown = null;
  #stageElement: HTMLElement | null = null;

  constructor() {
    const { link, problems } = readLink(location.hash);
    const scenarios = shippedScenarios();
    const first = scenarios.find((one) => one.id === link.scenario) ?? scenarios[0];
    const setting: Setting = { scenario: first?.id ?? '', seed: link.seed ?? anotherSeed(), side: link.side ?? 'garrison' };
    this.#desk = createDesk(firstLanguage(link.language, keptLanguage(), navigator.languages), setting, this);
    this.#desk.scenarios.value = scenarios;
    if (problems.length > 0) this.#complain(say(this.#desk.lang.value, 'link.bad'), problems, false);
    // The page writes its own fragment without this event: it comes when somebody else did.
    addEventListener('hashchange', () => location.reload());
  }

  /** Shows the title, offers the game that was kept, and raises the stage behind it. */
  async show(panels: HTMLElement, stage: HTMLElement): Promise<void> {
    const desk = this.#desk;
    showPanels(desk, panels);
    effect(() => {
      const { scenario, seed, side } = desk.setting.value;
      document.documentElement.lang = desk.lang.value;
      keepLanguage(desk.lang.value);
      history.replaceState(null, '', `#${writeLink({ scenario, seed, side, language: desk.lang.value })}`);
    });
    const { store } = await browserStore();
    this.#autosave = new Autosave(store, (problem) => this.#complain(this.#cannotOpen(say(this.#desk.lang.value, 'file.kept')), [asProblem(problem)], true));
    this.#store = store;
    await this.#offerKept();
    // Without a map the game stays whole: the panels then hold the map in words.
    await this.#raiseStage(stage).catch(() => (desk.mapMissing.value = true));
  }

  begin(setting: Setting): void {
    void this.#busy(async () => {
      const loaded = await this.#library.open(setting.scenario);
      if (!loaded.ok) return this.#complain(this.#cannotOpen(setting.scenario), loaded.problems, true);
      const seed = setting.seed.trim() === '' ? anotherSeed() : setting.seed.trim();
      this.#enter(sessionOf(loaded.value, { ...setting, seed }));
    });
  }

  watch(setting: Setting): void {
    void this.#busy(async () => {
      const loaded = await this.#library.open(setting.scenario);
      if (!loaded.ok) return this.#complain(this.#cannotOpen(setting.scenario), loaded.problems, true);
      const seed = setting.seed.trim() === '' ? anotherSeed() : setting.seed.trim();
      this.#enter(sessionOf(loaded.value, { ...setting, seed }, 'watch'));
    });
  }

  takeOver(side: SideId): void {
    const session = this.#session;
    if (session === null) return;
    this.#watching?.stop();
    this.#watching = null;
    const { turn } = session;
    session.play(side);
    session.seek(turn);
    putGame(this.#desk, session);
  }

  resume(): void {
    const text = this.#kept;
    if (text === null) return;
    void this.#busy(async () => {
      const session = await loadGame(text, 'autosave', this.#library.open);
      if (session.ok) this.#enter(session.value);
      else this.#complain(this.#cannotOpen(say(this.#desk.lang.value, 'file.kept')), session.problems, true);
    });
  }

  endTurn(): void {
    const session = this.#session;
    const desk = this.#desk;
    if (session === null || desk.playing.value) return;
    const before = session.view();
    const orders = session.orders;
    desk.telling.value = { before, other: null, orders, turn: before.turn, pulse: -1 };
    const outcome = session.endTurn();
    if (!outcome.ended) {
      desk.telling.value = null;
      return;
    }
    batch(() => {
      desk.struck.value = [];
      desk.inHand.value = null;
    });
    void this.#tell(session, outcome.turn).then(() => {
      if (this.#session === session && session.verdict !== null) desk.dialog.value = 'verdict';
    });
  }

  showAgain(): void {
    const session = this.#session;
    const desk = this.#desk;
    if (session === null || session.turn === 0 || desk.playing.value) return;
    const turn = session.turn - 1;
    const before = session.view(turn);
    desk.telling.value = { before, other: null, orders: [], turn, pulse: -1 };
    desk.tab.value = 'map';
    this.#stage?.show(before, this.#labels(before));
    void this.#tell(session, turn);
  }

  watchOn(): void {
    const session = this.#session;
    if (session !== null) void runWatch(this.#desk, (turn) => this.#tellWatched(session, turn));
  }

  advance(): void {
    void advance(this.#desk, breath).then(() => {
      if (this.#session !== null && this.#session.verdict !== null && this.#session.live) this.#desk.dialog.value = 'verdict';
    });
  }

  skip(): void {
    this.#stage?.skip();
  }

  fit(what: 'theatre' | 'valley'): void {
    this.#stage?.fit(what);
  }

  save(): void {
    const session = this.#session;
    if (session === null) return;
    const name = downloadReplay(session.replay(), document);
    this.#desk.notice.value = { kind: 'good', text: say(this.#desk.lang.value, 'file.saved', { name }) };
  }

  open(file: File): void {
    void this.#busy(async () => {
      const opened = await openFile(file, this.#library, this.#desk.setting.value.side);
      if (opened.ok) this.#take(file.name, opened.value);
      else this.#complain(this.#cannotOpen(file.name), opened.problems, true);
    });
  }

  home(): void {
    this.#session = null;
    this.#watching?.stop();
    this.#watching = null;
    putGame(this.#desk, null);
    void this.#offerKept();
  }

  // The stage

  /** Phaser comes last and apart, so that title and plan can be read before it is there. */
  async #raiseStage(parent: HTMLElement): Promise<void> {
    const { createStage } = await import('./stage/stage.ts');
    const calm = matchMedia('(prefers-reduced-motion: reduce)');
    const stage = createStage(parent, { reducedMotion: calm.matches, symbols: 'nato' });
    this.#stage = stage;
    this.#stageElement = parent;
    calm.addEventListener('change', () => stage.setReducedMotion(calm.matches));
    const frame = (): void => stage.setInsets(freeWindow(this.#desk.screen.value, innerWidth, innerHeight));
    addEventListener('resize', frame);
    stage.onPick((pick) => this.#pick(pick));
    stage.onPulse((turn, pulse) => {
      const { telling } = this.#desk;
      if (telling.value?.turn === turn) telling.value = { ...telling.value, pulse };
    });
    effect(frame);
    this.#followDesk(stage);
  }

  /** What is chosen in the panels shows on the map. */
  #followDesk(stage: Stage): void {
    const desk = this.#desk;
    effect(() => void this.#showView(stage));
    effect(() => {
      const chosen = desk.selection.value;
      stage.select(chosen === null ? [] : [chosen.id]);
      if (chosen !== null && chosen.kind !== 'hex') stage.focus(chosen.id);
    });
    effect(() => stage.pickable(desk.pickable.value));
    effect(() => stage.cursor(desk.cursor.value));

    effect(() => stage.setSymbols(desk.symbols.value));
    effect(() => LAYERS.forEach((layer) => stage.setLayer(layer, !desk.hiddenLayers.value.includes(layer))));
    effect(() => {
      const isDrawing = desk.version.value >= 0 && this.#session?.live === true && desk.telling.value === null;
      stage.showPlan(isDrawing ? (this.#session?.orders ?? []) : []);
    });
  }

  /** Draws what is to be seen: the game's view, or behind the title the valley of the scenario chosen. */
  async #showView(stage: Stage): Promise<void> {
    const desk = this.#desk;
    const view = desk.view.value ?? (await this.#firstView(desk.setting.value.scenario));
    const isTold = desk.telling.value !== null;
    const labels = view === null ? null : this.#labels(view);
    if (view === null || labels === null || isTold || (this.#session !== null && desk.view.value !== view)) return;
    stage.setLight(desk.screen.value === 'title' ? 'night' : 'auto');
    stage.show(view, labels, desk.screen.value === 'watch' ? desk.other.value : null);
    stage.setPace(desk.screen.value === 'watch' ? desk.watch.speed.value : 1);
    this.#sign(stage, view);
    if (this.#ground !== view.facts.map) {
      this.#ground = view.facts.map;
      await stage.showGround(view.facts.map, view.posts);
    }
  }

  /** What is drawn, for those who compare pictures: the turn and the digest of its marks. */
  #sign(stage: Stage, view: SideView): void {
    if (this.#desk.screen.value !== 'watch' || this.#stageElement === null) return;
    this.#stageElement.dataset['turn'] = String(view.turn);
    this.#stageElement.dataset['digest'] = stage.digest();
  }

  async #firstView(scenario: string): Promise<SideView | null> {
    const { setting } = this.#desk;
    const loaded = await this.#library.open(scenario);
    return loaded.ok && this.#session === null ? sessionOf(loaded.value, setting.peek()).view() : null;
  }

  /** Tells a turn of a watched siege, through the eyes chosen; the place looked at is after it. */
  async #tellWatched(session: Session, turn: number): Promise<void> {
    const desk = this.#desk;
    const eyes = desk.watch.eyes.value;
    const [before, after] = [sceneOf(session, eyes, turn), sceneOf(session, eyes, turn + 1)];
    if (before === null || after === null || this.#stage === null) return session.seek(turn + 1);
    desk.telling.value = { before: before.view, other: before.other, orders: [], turn, pulse: -1 };
    session.seek(turn + 1);
    const events = eyes === 'both' ? session.truth(turn) : session.events(turn, eyes);
    await this.#stage.play(after.view, events, this.#labels(after.view), after.other);
    if (this.#session === session && desk.telling.value?.turn === turn) desk.telling.value = null;
  }

  /** Plays the siege out behind the page: a turn, then a breath, so that no frame waits long. */
  #watchOn(session: Session): void {
    const watching = new Watching(session);
    this.#watching = watching;
    void watching.run(breath, (course) => {
      if (this.#session === session) this.#desk.watch.course.value = course;
    });
  }

  /** Tells a turn on the map, hour by hour; then the cards show what it came to. */
  async #tell(session: Session, turn: number): Promise<void> {
    const view = session.view();
    try {
      if (session.turn === turn + 1) await this.#stage?.play(view, session.events(turn), this.#labels(view));
    } finally {
      if (this.#session === session) this.#desk.telling.value = null;
    }
  }

  #labels(view: SideView): StageLabels {
    const { lang: language, namesMode } = this.#desk;
    const lang: Lang = language.value;
    const names = this.#desk.names.peek() ?? namesInView(view, lang);
    const isAlone = namesMode.value === 'own';
    return {
      post: (id) => ({ own: plainText(names.post(id)), other: isAlone ? '' : names.otherPost(id) }),
      word: (words) => words[lang],
      strip: (use) => say(lang, `strip.${use}`),
      age: (turns) => say(lang, 'unit.days.short', { n: number(lang, turns / 2) }),
    };
  }

  /** A press on the map fills the field that is asked, or chooses what was pressed. */
  #pick(pick: Pick): void {
    const desk = this.#desk;
    const view = desk.view.value;
    if (view === null || desk.screen.value === 'title') return;
    const asked = desk.pickable.value;
    const wanted = asked === null ? undefined : pick.ids.find((id) => asked.includes(id));
    if (wanted !== undefined) {
      desk.picked.value = wanted;
      return;
    }
    const things = pick.ids.flatMap((id) => selectionOf(view, id) ?? []);
    // A second press on the same spot goes on to the thing beneath.
    const above = things.findIndex((thing) => thing.id === desk.selection.value?.id);
    desk.selection.value = things[(above + 1) % Math.max(1, things.length)] ?? null;
    desk.cursor.value = null;
  }

  // The game

  #take(name: string, opened: Opened): void {
    const desk = this.#desk;
    if (opened.kind === 'scenario') {
      this.#library.add(opened.loaded);
      desk.scenarios.value = [...desk.scenarios.value.filter((one) => one.id !== opened.loaded.id), cardOf(opened.loaded)];
      desk.setting.value = { ...desk.setting.value, scenario: opened.loaded.id };
      return this.home();
    }
    this.#takeOver(opened.session);
    this.#enter(opened.session);
    const turns = count(desk.lang.value, 'turns', opened.session.turnsPlayed);
    desk.notice.value = { kind: 'good', text: say(desk.lang.value, 'file.opened', { name, turns }) };
  }

  /** A recorded siege that is over is watched from its first turn; one that is not goes on in one's own hands. */
  #takeOver(session: Session): void {
    const { turnsPlayed } = session;
    if (session.mode === 'play' || session.view(turnsPlayed).verdict !== null) return;
    session.play(session.side);
    session.seek(turnsPlayed);
  }

  #enter(session: Session): void {
    const desk = this.#desk;
    this.#session = session;
    this.#autosave?.follow(session);
    batch(() => {
      putGame(desk, session);
      desk.setting.value = { scenario: session.setup.source.id, seed: session.setup.seed, side: session.side };
      desk.notice.value = null;
    });
    session.subscribe((change) => {
      if (this.#session === session && change !== 'ahead') desk.version.value += 1;
    });
    this.#watching?.stop();
    desk.watch.course.value = null;
    if (session.mode === 'watch') this.#watchOn(session);
  }

  async #busy(work: () => Promise<unknown>): Promise<void> {
    if (this.#desk.loading.value) return;
    this.#desk.loading.value = true;
    try {
      await work();
    } finally {
      this.#desk.loading.value = false;
    }
  }

  #cannotOpen(name: string): string {
    return say(this.#desk.lang.value, 'file.bad', { name });
  }

  #complain(title: string, problems: readonly Problem[], untouched: boolean): void {
    this.#desk.notice.value = { kind: 'bad-file', title, problems, untouched };
  }

  /** What the kept game is, for the title screen; a game that cannot be read is not offered. */
  async #offerKept(): Promise<void> {
    await this.#autosave?.settled();
    const text = this.#store === null ? null : await readAutosave(this.#store);
    const session = text === null ? null : await loadGame(text, 'autosave', this.#library.open);
    if (session === null || !session.ok) return;
    this.#kept = text;
    const { setup, turn, side } = session.value;
    this.#desk.kept.value = { scenario: setup.source.id, turn, side };
  }
}

/** Lets the page draw and answer before the next turn is played. */
function breath(): Promise<void> {
  return new Promise((done) => setTimeout(done, BREATH_MS));
}

const BREATH_MS = 12;

function sessionOf(loaded: LoadedScenario, { seed, side }: Setting, mode: 'play' | 'watch' = 'play'): Session {
  const { id, hash, scenario } = loaded;
  return Session.start({ scenario, source: { id, hash }, seed, side, mode, commanders: defaultCommanders(loaded) });
}

function cardOf({ id, title, scenario }: LoadedScenario): ShippedScenario {
  return { id, title, briefing: scenario.briefing, turns: scenario.calendar.turns };
}

function asProblem(problem: unknown): Problem {
  return { file: 'autosave', path: '', message: problem instanceof Error ? problem.message : String(problem), expected: '' };
}

// A private window may refuse to keep anything: the language is then the browser's again next time.
function keptLanguage(): string | null {
  try {
    return localStorage.getItem(LANGUAGE_KEY);
  } catch {
    return null;
  }
}

function keepLanguage(lang: string): void {
  try {
    localStorage.setItem(LANGUAGE_KEY, lang);
  } catch {
    // Nothing depends on it.
  }
}

const panels = document.getElementById('panels');
const stage = document.getElementById('stage');
if (panels === null || stage === null) throw new Error('the page has no element for its panels or its map');
void new Page().show(panels, stage);
