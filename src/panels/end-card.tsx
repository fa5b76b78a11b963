import type { JSX } from 'preact';
import type { ForecastValue, OrderKind } from '../engine/index.ts';
import { stoppedWords } from './advance-dialog.tsx';
import type { Desk } from './desk.ts';
import { OneFigure } from './forecast-figures.tsx';
import { Icon } from './icon.tsx';
import { planLines } from './plan-lines.ts';
import type { PlanProps } from './plan-card.tsx';
import { shortDateOf } from './text/dates.ts';
import { figuresOf, type Figure } from './text/forecast-words.ts';
import { plainText } from './text/names.ts';
import { number } from './text/numbers.ts';
import { say } from './text/say.ts';

/** Ends the turn: what comes next, what is still open, and what the orders given are likely to do. */
export function EndCard(props: PlanProps): JSX.Element {
  const { desk, play } = props;
  if (desk.advance.isRunning.value) return <Advancing {...props} />;
  if (desk.playing.value) return <Playing {...props} />;
  if (!play.live) return <LookingBack {...props} />;
  return play.verdict === null ? <Ending {...props} /> : <Over {...props} />;
}

function Ending(props: PlanProps): JSX.Element {
  const { desk, play, view, names } = props;
  const { lang } = names;
  const figures = forecastsOf(props).slice(0, 3);
  const stopped = desk.advance.stopped.value;
  const last = view.turn + 1 >= view.turns;
  return (
    <section id="end" class="card end" aria-labelledby="end-title">
      <div class="head">
        <div>
          <h2 id="end-title">{say(lang, desk.night.value ? 'end.night' : 'end.day')}</h2>
          <p>{last ? say(lang, 'end.last') : say(lang, 'end.then', { when: shortDateOf(lang, view.facts.calendar, view.turn + 1) })}</p>
          <p>{doubtWords(props)}</p>
        </div>
        <button type="button" class="end-turn" id="end-turn" onClick={() => endOrAsk(desk)}>
          {say(lang, 'end.button')} <Icon name="arrow-right" size={18} />
        </button>
      </div>
      <div class="onwards">
        <p role="status" id="stopped">{stopped === null || stopped.turn + 1 !== play.turn ? '' : stoppedWords(stopped.by, names)}</p>
        <button type="button" class="link" id="advance-until" onClick={() => askToAdvance(desk)}>{say(lang, 'advance.button')}</button>
      </div>
      {figures.length === 0 ? null : <div class="figures">{figures.map(({ figure, of }, index) => <OneFigure key={index} figure={figure} of={of} />)}</div>}
    </section>
  );
}

function doubtWords({ desk, play, names }: PlanProps): string {
  const doubts = planLines(play, desk.struck.value).filter((line) => line.state === 'open').length;
  if (doubts === 0) return say(names.lang, 'end.given', { n: play.orders.length });
  return say(names.lang, 'end.doubts', { count: doubts, n: number(names.lang, doubts) });
}

/** Ends the turn at once, or asks first while a proposal of the staff is neither accepted nor struck. */
export function endOrAsk(desk: Desk): void {
  const play = desk.play.value;
  if (play === null || desk.playing.value || !play.live || play.verdict !== null) return;
  const open = planLines(play, desk.struck.value).some((line) => line.state === 'open');
  if (open) desk.dialog.value = 'doubts';
  else desk.deeds.endTurn();
}

/** Opens the question what shall stop the staff, where a turn can be ended. */
export function askToAdvance(desk: Desk): void {
  const play = desk.play.value;
  if (play === null || desk.playing.value || !play.live || play.verdict !== null) return;
  desk.dialog.value = 'advance';
}

/** What decides a turn comes first. */
const RANKS: readonly OrderKind[] = ['assault', 'protect', 'counter-attack', 'dig', 'reinforce', 'bombard', 'counter-battery', 'give-up', 'break-off'];

/** Of several figures of one forecast, the one that says what it is for. */
const WEIGHTS: readonly ForecastValue['id'][] = ['casualties', 'head', 'tube-hits', 'men', 'own-casualties'];

function weightiest(values: readonly ForecastValue[]): readonly ForecastValue[] {
  const known = values.filter((value) => WEIGHTS.includes(value.id));
  return (known.length > 0 ? known : [...values]).sort((a, b) => WEIGHTS.indexOf(a.id) - WEIGHTS.indexOf(b.id)).slice(0, 1);
}

interface Outlook {
  readonly figure: Figure;
  readonly of: string;
}

/** The figures of the orders given: those that decide most first, each with the post it is about, none twice. */
function forecastsOf({ play, view, names }: PlanProps): readonly Outlook[] {
  const sorted = [...play.orders].sort((a, b) => RANKS.indexOf(a.kind) - RANKS.indexOf(b.kind));
  const all = sorted.flatMap((order): Outlook[] => {
    const forecast = play.forecast(order);
    const [figure] = forecast === null ? [] : figuresOf({ ...forecast, values: weightiest(forecast.values) }, names.lang);
    if (figure === undefined) return [];
    const post = 'post' in order ? order.post : 'target' in order && order.target.kind === 'post' ? order.target.id : null;
    const known = post !== null && view.posts.some((one) => one.id === post);
    return [{ figure, of: known ? plainText(names.post(post)) : '' }];
  });
  return all.filter((one, index) => all.findIndex((other) => other.of === one.of && other.figure.label === one.figure.label) === index);
}

function Playing({ desk, names }: PlanProps): JSX.Element {
  return (
    <section id="end" class="card end" aria-busy="true">
      <div class="head">
        <div><h2>{say(names.lang, 'end.playing')}</h2></div>
        <button type="button" class="btn" id="skip" onClick={() => desk.deeds.skip()}>
          <Icon name="skip" size={16} /> {say(names.lang, 'end.skip')}
        </button>
      </div>
    </section>
  );
}

function Advancing({ desk, view, names }: PlanProps): JSX.Element {
  const { lang } = names;
  return (
    <section id="end" class="card end" aria-busy="true">
      <div class="head">
        <div>
          <h2>{say(lang, 'advance.going')}</h2>
          <p>{shortDateOf(lang, view.facts.calendar, view.turn)}</p>
        </div>
        <button type="button" class="btn" id="advance-stop" onClick={() => (desk.advance.isRunning.value = false)}>{say(lang, 'advance.stop')}</button>
      </div>
    </section>
  );
}

function LookingBack({ play, view, names }: PlanProps): JSX.Element {
  const { lang } = names;
  return (
    <section id="end" class="card end">
      <div class="head">
        <div>
          <h2>{say(lang, 'bar.looking-back')}</h2>
          <p>{say(lang, 'end.return.note', { when: shortDateOf(lang, view.facts.calendar, view.turn) })}</p>
        </div>
        <button type="button" class="btn" id="return" onClick={() => play.seek(play.turnsPlayed)}>{say(lang, 'end.return')}</button>
      </div>
    </section>
  );
}

function Over({ desk, play, names }: PlanProps): JSX.Element {
  const { lang } = names;
  return (
    <section id="end" class="card end">
      <div class="head">
        <div>
          <h2>{say(lang, 'bar.ended')}</h2>
          <p>{say(lang, `verdict.${play.verdict?.winner ?? 'draw'}`)}</p>
        </div>
        <button type="button" class="end-turn" id="show-verdict" onClick={() => (desk.dialog.value = 'verdict')}>
          {say(lang, 'verdict.title')} <Icon name="arrow-right" size={18} />
        </button>
      </div>
    </section>
  );
}
