import type { JSX } from 'preact';
import type { SideId, SideView, Tallies } from '../engine/index.ts';
import type { Desk, Play } from './desk.ts';
import { Dialog } from './dialog.tsx';
import { Icon } from './icon.tsx';
import { Sentence } from './sentence.tsx';
import { shortDateOf, timeOf } from './text/dates.ts';
import { logLine } from './text/log-line.ts';
import { plainText, type Names } from './text/names.ts';
import { count, metres, number } from './text/numbers.ts';
import { isKey, say } from './text/say.ts';

interface Scene {
  readonly desk: Desk;
  readonly play: Play;
  readonly view: SideView;
  readonly names: Names;
  readonly tallies: Tallies;
}

/** The verdict: who prevails and why, post by post, with the people of both sides. */
export function VerdictDialog({ desk }: { readonly desk: Desk }): JSX.Element | null {
  const play = desk.play.value;
  const view = desk.view.value;
  const names = desk.names.value;
  const verdict = play?.verdict ?? null;
  const tallies = play?.tallies() ?? null;
  if (play === null || view === null || names === null || verdict === null || tallies === null) return null;
  const { lang } = names;
  const scene = { desk, play, view, names, tallies };
  const when = shortDateOf(lang, view.facts.calendar, verdict.turn);
  return (
    <Dialog id="verdict" wide title={say(lang, 'verdict.title')} closeLabel={say(lang, 'dialog.close')} onClose={() => (desk.dialog.value = null)}>
      <p class="answer">{say(lang, `verdict.${verdict.winner}`)}</p>
      <p class="cause">{say(lang, `verdict.cause.${verdict.cause}`)} <i>{say(lang, 'verdict.when', { when, turn: verdict.turn + 1 })}</i></p>
      <div class="columns">
        <Posts {...scene} />
        <People {...scene} />
        <Deciders {...scene} />
        <Losses {...scene} />
      </div>
      <p class="hash">{say(lang, 'verdict.hash', { seed: play.setup.seed, hash: play.replay().turns.at(-1)?.hash ?? '' })}</p>
      <VerdictButtons {...scene} />
    </Dialog>
  );
}

function VerdictButtons({ desk, play, names }: Scene): JSX.Element {
  const { lang } = names;
  return (
    <div class="choices">
      <button type="button" class="btn" onClick={() => (desk.dialog.value = null)}><Icon name="map" size={16} /> {say(lang, 'verdict.look')}</button>
      <button type="button" class="btn" id="verdict-save" onClick={() => desk.deeds.save()}><Icon name="down" size={16} /> {say(lang, 'bar.save')}</button>
      <button type="button" class="btn primary" onClick={() => desk.deeds.begin({ scenario: play.setup.source.id, seed: play.setup.seed, side: play.side })}>{say(lang, 'verdict.again')}</button>
    </div>
  );
}

/** The posts that count, each with how and when it was lost. */
function Posts({ desk, play, view, names }: Scene): JSX.Element {
  const { lang } = names;
  const { calendar, victory } = view.facts;
  // A siege that is watched has only its last turns at hand: its falls are looked up in all of them.
  const all = play.mode === 'play' ? desk.events.value : Array.from({ length: play.turn }, (_, turn) => play.truth(turn)).flat();
  const changes = all.filter((event) => event.type === 'holder-changed');
  return (
    <section>
      <h3>{say(lang, 'verdict.posts')}</h3>
      <ul class="falls">
        {victory.posts.map((id) => {
          const holder = view.posts.find((post) => post.id === id)?.holder;
          const fall = changes.filter((event) => event.post === id && event.to === 'besieger').at(-1);
          if (holder !== 'besieger' || fall === undefined) return <li key={id}><b>{plainText(names.post(id))}</b>: {say(lang, 'verdict.held')}</li>;
          const when = `${shortDateOf(lang, calendar, fall.turn)}, ${timeOf(calendar, fall.turn, fall.pulse)}`;
          return <li key={id}><Sentence desk={desk} text={logLine(fall, names)} /> <i>{say(lang, 'verdict.lost-at', { when })}</i></li>;
        })}
      </ul>
    </section>
  );
}

function People({ view, names, tallies }: Scene): JSX.Element {
  const { lang } = names;
  const rows: readonly (readonly [string, number, number | null])[] = [
    [say(lang, 'verdict.killed'), tallies.garrisonKilled, tallies.besiegerKilled],
    [say(lang, 'verdict.wounded'), tallies.garrisonWounded, tallies.besiegerWounded],
    [say(lang, 'verdict.captured'), tallies.garrisonCaptured, tallies.besiegerCaptured],
    [say(lang, 'verdict.deserted'), tallies.garrisonDeserters, null],
    [say(lang, 'verdict.rounds'), total(tallies.rounds.garrison), total(tallies.rounds.besieger)],
    [say(lang, 'verdict.tally.tubesLost'), tallies.tubesLost.garrison, tallies.tubesLost.besieger],
  ];
  const head = (side: SideId): string => view.facts.sides[side].name[lang];
  return (
    <section>
      <h3>{say(lang, 'verdict.people')}</h3>
      <table class="tallies">
        <thead><tr><td /><th scope="col" class={view.facts.sides.garrison.nation}>{head('garrison')}</th><th scope="col" class={view.facts.sides.besieger.nation}>{head('besieger')}</th></tr></thead>
        <tbody>
          {rows.map(([label, garrison, besieger]) => (
            <tr key={label}><th scope="row">{label}</th><td>{number(lang, garrison)}</td><td>{besieger === null ? '' : number(lang, besieger)}</td></tr>
          ))}
          <tr><th scope="row">{say(lang, 'verdict.trench')}</th><td /><td>{metres(lang, tallies.trenchMetres)}</td></tr>
        </tbody>
      </table>
    </section>
  );
}

const DECIDERS = ['commandPostsHit', 'ordersDelayed', 'ordersLost', 'counterAttacks', 'postsSurrendered', 'unitsBroken', 'gunsFixed'] as const;

/** The causes that can be named, with their counts. */
function Deciders({ names, tallies }: Scene): JSX.Element {
  const { lang } = names;
  return (
    <section>
      <h3>{say(lang, 'verdict.tally.why')}</h3>
      <table class="tallies">
        <tbody>
          {tallies.hoursToFall === null ? null : <tr><th scope="row">{say(lang, 'verdict.tally.hoursToFall')}</th><td>{count(lang, 'hours', tallies.hoursToFall)}</td></tr>}
          {DECIDERS.filter((name) => tallies[name] > 0).map((name) => <tr key={name}><th scope="row">{say(lang, `verdict.tally.${name}`)}</th><td>{number(lang, tallies[name])}</td></tr>)}
        </tbody>
      </table>
    </section>
  );
}

/** How one's own men were lost, by cause. */
function Losses({ view, names }: Scene): JSX.Element {
  const { lang } = names;
  const causes = Object.entries(view.ledger.byCause).filter(([, men]) => men > 0).sort(([, a], [, b]) => b - a);
  return (
    <section>
      <h3>{say(lang, 'verdict.causes')}</h3>
      <table class="tallies">
        <tbody>
          {causes.map(([cause, men]) => {
            const key = `loss.${cause}`;
            return <tr key={cause}><th scope="row">{isKey(key) ? say(lang, key) : cause}</th><td>{count(lang, 'men', men)}</td></tr>;
          })}
        </tbody>
      </table>
    </section>
  );
}

function total(rounds: Readonly<Record<string, number>>): number {
  return Object.values(rounds).reduce((sum, one) => sum + one, 0);
}
