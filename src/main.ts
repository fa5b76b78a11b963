/**
 * The page: panels, stage and session meet here and nowhere else.
 *
 * The panels hold signals of what is chosen and call the deeds below; the stage draws the session's views and says
 * what was clicked. Neither knows the other.
 */
import { batch, effect } from '@preact/signals';
import { showPanels } from './panels/app.tsx';
import { createDesk, putGame, type Deeds, type Desk, type Setting } from './panels/desk.ts';
import { downloadReplay, Library, openFile, type Opened } from './panels/game-files.ts';
import { count } from './panels/text/numbers.ts';
import { firstLanguage } from './panels/text/language.ts';
import { say } from './panels/text/say.ts';
import { anotherSeed } from './panels/title-screen.tsx';
import { readLink, writeLink } from './replay/link.ts';
import { shippedScenarios, type ShippedScenario } from './scenario/library.ts';
import type { LoadedScenario } from './scenario/parse.ts';
import type { Problem } from './scenario/problem.ts';
import { Autosave, readAutosave } from './session/autosave.ts';
import { browserStore } from './session/browser-store.ts';
import { defaultCommanders, loadGame } from './session/load-game.ts';
import { Session } from './session/session.ts';

const LANGUAGE_KEY = 'vong-vay/language';

/** One visit of the page. */
class Page implements Deeds {
  readonly #desk: Desk;
  readonly #library = new Library();
  #session: Session | null = null;
  #autosave: Autosave | null = null;
  #kept: string | null = null;

  constructor() {
    const { link } = readLink(location.hash);
    const scenarios = shippedScenarios();
    const first = scenarios.find((one) => one.id === link.scenario) ?? scenarios[0];
    const setting: Setting = { scenario: first?.id ?? '', seed: link.seed ?? anotherSeed(), side: link.side ?? 'garrison' };
    this.#desk = createDesk(firstLanguage(link.language, keptLanguage(), navigator.languages), setting, this);
    this.#desk.scenarios.value = scenarios;
  }

  /** Shows the title, and offers the game that was kept. */
  async show(panels: HTMLElement): Promise<void> {
    const desk = this.#desk;
    showPanels(desk, panels);
    effect(() => {
      const { scenario, seed, side } = desk.setting.value;
      document.documentElement.lang = desk.lang.value;
      keepLanguage(desk.lang.value);
      history.replaceState(null, '', `#${writeLink({ scenario, seed, side, language: desk.lang.value })}`);
    });
    const { store } = await browserStore();
    this.#autosave = new Autosave(store, (problem) => this.#complain('autosave', [asProblem(problem)], true));
    this.#kept = await readAutosave(store);
    await this.#offerKept();
  }

  begin(setting: Setting): void {
    void this.#busy(async () => {
      const loaded = await this.#library.open(setting.scenario);
      if (!loaded.ok) return this.#complain(setting.scenario, loaded.problems, true);
      const { id, hash, scenario } = loaded.value;
      const seed = setting.seed.trim() === '' ? anotherSeed() : setting.seed.trim();
      this.#desk.setting.value = { ...setting, seed };
      this.#enter(Session.start({ scenario, source: { id, hash }, seed, side: setting.side, mode: 'play', commanders: defaultCommanders(loaded.value) }));
    });
  }

  resume(): void {
    const text = this.#kept;
    if (text === null) return;
    void this.#busy(async () => {
      const session = await loadGame(text, 'autosave', this.#library.open);
      if (session.ok) this.#enter(session.value);
      else this.#complain('autosave', session.problems, true);
    });
  }

  endTurn(): void {
    const session = this.#session;
    if (session === null || this.#desk.playing.value) return;
    const outcome = session.endTurn();
    if (!outcome.ended) return;
    this.#desk.struck.value = [];
    this.#desk.inHand.value = null;
    if (session.verdict !== null) this.#desk.dialog.value = 'verdict';
  }

  showAgain(): void {
    this.#desk.tab.value = 'map';
  }

  skip(): void {
    this.#desk.playing.value = false;
  }

  fit(): void {
    this.#desk.selection.value = null;
  }

  save(): void {
    const session = this.#session;
    if (session === null) return;
    const name = downloadReplay(session.replay(), document);
    this.#desk.notice.value = { kind: 'good', text: say(this.#desk.lang.value, 'file.saved', { name }) };
  }

  open(file: File): void {
    const desk = this.#desk;
    void this.#busy(async () => {
      const opened = await openFile(file, this.#library, desk.setting.value.side);
      if (!opened.ok) return this.#complain(file.name, opened.problems, true);
      this.#take(file.name, opened.value);
    });
  }

  home(): void {
    this.#session = null;
    putGame(this.#desk, null);
    void this.#offerKept();
  }

  #take(name: string, opened: Opened): void {
    const desk = this.#desk;
    if (opened.kind === 'scenario') {
      this.#library.add(opened.loaded);
      desk.scenarios.value = [...desk.scenarios.value.filter((one) => one.id !== opened.loaded.id), cardOf(opened.loaded)];
      desk.setting.value = { ...desk.setting.value, scenario: opened.loaded.id };
      return this.home();
    }
    this.#enter(opened.session);
    const turns = count(desk.lang.value, 'turns', opened.session.turnsPlayed);
    desk.notice.value = { kind: 'good', text: say(desk.lang.value, 'file.opened', { name, turns }) };
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
    session.subscribe(() => {
      if (this.#session === session) desk.version.value += 1;
    });
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

  #complain(name: string, problems: readonly Problem[], untouched: boolean): void {
    this.#desk.notice.value = { kind: 'bad-file', name, problems, untouched };
  }

  /** What the kept game is, for the title screen; a game that cannot be read is not offered. */
  async #offerKept(): Promise<void> {
    const text = this.#kept;
    if (text === null) return;
    const session = await loadGame(text, 'autosave', this.#library.open);
    if (!session.ok) return;
    const { setup, turn, side } = session.value;
    this.#desk.kept.value = { scenario: setup.source.id, turn, side };
  }
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
if (panels === null) throw new Error('the page has no element for its panels');
void new Page().show(panels);
