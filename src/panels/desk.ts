/**
 * What the panels share: the game in progress, what is chosen, and what the page can be asked to do.
 *
 * Everything that changes is a signal, so a card draws again only when what it shows has changed. The stage is
 * told of the same things by `main.ts`; panels and stage never meet.
 */
import { batch, computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Order, OrderKind, SideId, SideView, SiegeEvent } from '../engine/index.ts';
import type { Problem } from '../scenario/problem.ts';
import type { ShippedScenario } from '../scenario/library.ts';
import { advancing, type Advancing } from './advance.ts';
import type { Session } from '../session/session.ts';
import { phaseOf } from './text/dates.ts';
import type { Lang } from './text/language.ts';
import { namesInBoth, namesInView, type Names } from './text/names.ts';
import { sceneOf, watchDesk, type WatchDesk } from './watch-desk.ts';

/** The game as the panels see it: the public face of a session. */
export type Play = Pick<
  Session,
  | 'setup' | 'side' | 'turn' | 'turnsPlayed' | 'live' | 'verdict' | 'view' | 'events' | 'log' | 'tallies' | 'seek' | 'orders' | 'canUndo' | 'canRedo'
  | 'mode' | 'truth' | 'endTurn' | 'leftToStaff' | 'leaveToStaff' | 'add' | 'replace' | 'remove' | 'setOrders' | 'undo' | 'redo' | 'staffPlan' | 'problems' | 'problemsWith' | 'choices' | 'forecast' | 'replay'
>;

/** A thing on the map that is chosen, or could be. */
export interface Selection {
  readonly kind: 'post' | 'unit' | 'battery' | 'fix' | 'contact' | 'hex';
  readonly id: string;
}

/** What is asked of the title screen. */
export interface Setting {
  readonly scenario: string;
  readonly seed: string;
  readonly side: SideId;
}

/** The order that is being written: its kind, the fields chosen so far and, when one is changed, which. */
export interface OrderInHand {
  readonly kind: OrderKind;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly replaces: Order | null;
}

/** Something to tell that belongs to no card. */
export type Notice =
  | { readonly kind: 'good'; readonly text: string }
  | { readonly kind: 'bad-file'; readonly title: string; readonly problems: readonly Problem[]; readonly untouched: boolean };

/** The last game that was kept, for the title screen. */
export interface KeptGame {
  readonly scenario: string;
  readonly turn: number;
  readonly side: SideId;
}

/** What only the page as a whole can do; `main.ts` does it. */
export interface Deeds {
  begin(setting: Setting): void;
  /** Both sides to their commanders: the siege is watched. */
  watch(setting: Setting): void;
  /** Lets a watched siege run until it is paused. */
  watchOn(): void;
  /** Takes the orders of a side into one's own hands from the turn looked at. */
  takeOver(side: SideId): void;
  resume(): void;
  endTurn(): void;
  /** Shows the turn before the one looked at once more. */
  showAgain(): void;
  skip(): void;
  /** Lets the staff go on until an alarm rings. */
  advance(): void;
  save(): void;
  open(file: File): void;
  home(): void;
  fit(what: 'theatre' | 'valley'): void;
}

/** The dialogs of the page. */
export type DialogName = 'advance' | 'credits' | 'keys' | 'words' | 'verdict' | 'doubts' | 'menu';

/** How posts are named on the map: one's own name with the other side's under it, or alone. */
export type NamesMode = 'first' | 'own';

/** What can be left out of the map. */
export type LayerName = 'men' | 'guns' | 'works' | 'sight';

/** The layers in the order of their buttons. */
export const LAYERS: readonly LayerName[] = ['men', 'guns', 'works', 'sight'];

/** A turn that is being shown: the view before it, the orders given in it, and the hour it has come to. */
export interface Telling {
  readonly before: SideView;
  readonly other: SideView | null;
  readonly orders: readonly Order[];
  readonly turn: number;
  readonly pulse: number;
}

export interface Desk {
  readonly lang: Signal<Lang>;
  readonly screen: Signal<'title' | 'play' | 'watch'>;
  readonly watch: WatchDesk;
  readonly advance: Advancing;
  readonly scenarios: Signal<readonly ShippedScenario[]>;
  readonly setting: Signal<Setting>;
  readonly kept: Signal<KeptGame | null>;
  readonly loading: Signal<boolean>;
  readonly play: Signal<Play | null>;
  /** Counts up with each change inside the game. */
  readonly version: Signal<number>;
  readonly view: ReadonlySignal<SideView | null>;
  /** The other side's view, where both are looked at. */
  readonly other: ReadonlySignal<SideView | null>;
  readonly names: ReadonlySignal<Names | null>;
  readonly events: ReadonlySignal<readonly SiegeEvent[]>;
  readonly night: ReadonlySignal<boolean>;
  readonly selection: Signal<Selection | null>;
  readonly inHand: Signal<OrderInHand | null>;
  /** Ids that may be clicked on the map for the field that is open; null when nothing is asked. */
  readonly pickable: Signal<readonly string[] | null>;
  /** An id that was clicked while something was asked. */
  readonly picked: Signal<string | null>;
  /** Orders of the staff's plan that were struck, as text, for this turn. */
  readonly struck: Signal<readonly string[]>;
  readonly playing: ReadonlySignal<boolean>;
  /** Null while nothing is being shown. State is final before: the cards only wait for the map. */
  readonly telling: Signal<Telling | null>;
  readonly hiddenLayers: Signal<readonly LayerName[]>;
  readonly symbols: Signal<'nato' | 'pictorial'>;
  /** True where no map can be drawn; the map in words then stands in its place. */
  readonly mapMissing: Signal<boolean>;
  /** The hex of the keyboard's cursor. */
  readonly cursor: Signal<number | null>;
  readonly namesMode: Signal<NamesMode>;
  readonly notice: Signal<Notice | null>;
  readonly dialog: Signal<DialogName | null>;
  readonly tab: Signal<'map' | 'plan' | 'stores' | 'units' | 'log'>;
  readonly deeds: Deeds;
}

/** A desk with nothing on it. */
export function createDesk(lang: Lang, setting: Setting, deeds: Deeds): Desk {
  const play = signal<Play | null>(null);
  const version = signal(0);
  const language = signal(lang);
  const telling = signal<Telling | null>(null);
  const watch = watchDesk();
  const scene = computed(() => (version.value >= 0 ? sceneOf(play.value, watch.eyes.value) : null));
  const view = computed(() => telling.value?.before ?? scene.value?.view ?? null);
  const other = computed(() => (telling.value === null ? (scene.value?.other ?? null) : telling.value.other));
  const names = computed(() => namesIn(view.value, other.value, language.value, play.value));
  return {
    lang: language,
    screen: signal<'title' | 'play' | 'watch'>('title'),
    watch,
    advance: advancing(),
    scenarios: signal<readonly ShippedScenario[]>([]),
    setting: signal(setting),
    kept: signal<KeptGame | null>(null),
    loading: signal(false),
    play,
    version,
    view,
    other,
    names,
    events: computed(() => told(version.value >= 0 ? eventsIn(play.value, view.value, watch.eyes.value) : [], telling.value)),
    night: computed(() => view.value !== null && phaseOf(view.value.facts.calendar, shownTurn(view.value)) === 'night'),
    selection: signal<Selection | null>(null),
    inHand: signal<OrderInHand | null>(null),
    pickable: signal<readonly string[] | null>(null),
    picked: signal<string | null>(null),
    struck: signal<readonly string[]>([]),
    playing: computed(() => telling.value !== null),
    telling,
    hiddenLayers: signal<readonly LayerName[]>([]),
    symbols: signal<'nato' | 'pictorial'>('nato'),
    mapMissing: signal(false),
    cursor: signal<number | null>(null),
    namesMode: signal<NamesMode>('first'),
    notice: signal<Notice | null>(null),
    dialog: signal<DialogName | null>(null),
    tab: signal<'map' | 'plan' | 'stores' | 'units' | 'log'>('map'),
    deeds,
  };
}

function namesIn(view: SideView | null, other: SideView | null, lang: Lang, play: Play | null): Names | null {
  if (view === null) return null;
  if (other === null) return namesInView(view, lang, play?.view(0, view.side));
  return namesInBoth(view, other, lang, { garrison: play?.view(0, 'garrison') ?? view, besieger: play?.view(0, 'besieger') ?? other });
}

/** Turns of a watched siege whose events are kept at hand: a hundred turns make too long a page. */
const WATCHED_TURNS = 3;

/** What was seen up to the turn looked at: all of it in a game of one's own, the last turns of a siege that is watched. */
function eventsIn(play: Play | null, view: SideView | null, eyes: WatchDesk['eyes']['value']): readonly SiegeEvent[] {
  if (play === null || view === null) return [];
  if (play.mode === 'play') return play.log();
  const turns = Array.from({ length: Math.min(WATCHED_TURNS, play.turn) }, (_, i) => play.turn - Math.min(WATCHED_TURNS, play.turn) + i);
  return turns.flatMap((turn) => (eyes === 'both' ? play.truth(turn) : play.events(turn, eyes)));
}

/** The events up to the hour that is being shown. */
function told(events: readonly SiegeEvent[], telling: Telling | null): readonly SiegeEvent[] {
  if (telling === null) return events;
  const { turn, pulse } = telling;
  return events.filter((event) => event.turn < turn || (event.turn === turn && event.pulse <= pulse));
}

/** The turn that a view stands in: the next to be played, or the last one once the siege is over. */
export function shownTurn(view: SideView): number {
  const over = view.verdict !== null || view.turn >= view.turns;
  return over ? Math.max(0, view.turn - 1) : view.turn;
}

/** Puts a game on the desk, or clears it: what was chosen in another game is forgotten. */
export function putGame(desk: Desk, play: Play | null): void {
  batch(() => {
    desk.play.value = play;
    desk.version.value += 1;
    desk.selection.value = null;
    desk.inHand.value = null;
    desk.pickable.value = null;
    desk.struck.value = [];
    desk.advance.isRunning.value = false;
    desk.advance.stopped.value = null;
    desk.telling.value = null;
    desk.cursor.value = null;
    desk.dialog.value = null;
    desk.screen.value = play === null ? 'title' : play.mode;
    desk.watch.isRunning.value = false;
  });
}
