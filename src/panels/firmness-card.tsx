import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { SideView } from '../engine/index.ts';
import { Card } from './card.tsx';
import { type CauseSum, cohesionByPost, cohesionCauses, type Firmness, LOW_WILL, willByRegiment, willCauses } from './cohesion.ts';
import { CollapseDial } from './collapse-dial.tsx';
import type { Desk } from './desk.ts';
import { Gauge, SignedBar } from './gauge.tsx';
import { Sentence } from './sentence.tsx';
import { count, number, ofHundred } from './text/numbers.ts';
import { plainText, type Names } from './text/names.ts';
import { isKey, say } from './text/say.ts';

interface FirmnessProps {
  readonly desk: Desk;
  readonly view: SideView;
  readonly names: Names;
}

/** How firm one's own side stands: cohesion by post for the garrison, will by regiment for the besiegers. */
export function FirmnessCard(props: FirmnessProps): JSX.Element {
  return props.view.side === 'garrison' ? <CohesionCard {...props} /> : <WillCard {...props} />;
}

/** Of more posts than these only the weakest are shown until all are asked for. */
const SHOWN_POSTS = 6;

function CohesionCard({ desk, view, names }: FirmnessProps): JSX.Element {
  const { lang } = names;
  const breakAt = view.facts.rules.morale.breakAt;
  const all = cohesionByPost(view);
  const isWhole = useSignal(all.length <= SHOWN_POSTS);
  const rows = isWhole.value ? all : [...all].sort((a, b) => a.value - b.value).slice(0, SHOWN_POSTS);
  const causes = cohesionCauses(desk.events.value, view.side, view.turn - 1).slice(0, 5);
  return (
    <Card id="firmness" title={say(lang, 'cohesion.title')} fact={say(lang, 'cohesion.note', { n: ofHundred(lang, breakAt) })}>
      {view.camps.filter((camp) => camp.exact && camp.stands).map((camp, index) => <CollapseDial key={camp.id} camp={camp} names={names} isOneOfMany={index > 0} />)}
      {rows.length === 0 ? <p class="empty">{say(lang, 'cohesion.none')}</p> : null}
      <ul class="firmness">
        {rows.map((row) => (
          <FirmRow key={row.id} row={row} mark={breakAt} name={names.post(row.id)} label={say(lang, 'cohesion.label', labelValues(row, names, names.post(row.id)))} desk={desk} names={names} />
        ))}
      </ul>
      {all.length > SHOWN_POSTS ? <button type="button" class="link" aria-pressed={isWhole.value} onClick={() => (isWhole.value = !isWhole.value)}>{say(lang, isWhole.value ? 'cohesion.weakest' : 'cohesion.all', { n: number(lang, isWhole.value ? SHOWN_POSTS : all.length) })}</button> : null}
      <Causes title={say(lang, 'cohesion.causes')} causes={causes} empty={say(lang, 'cohesion.still')} prefix="cause" names={names} />
    </Card>
  );
}

function WillCard({ desk, view, names }: FirmnessProps): JSX.Element {
  const { lang } = names;
  const rows = willByRegiment(view);
  const cap = view.facts.rules.will.cap;
  const causes = willCauses(desk.events.value, view.turn - 1);
  return (
    <Card id="firmness" title={say(lang, 'will.title')} fact={say(lang, 'will.note', { n: ofHundred(lang, cap) })}>
      <ul class="firmness">
        {rows.map((row) => (
          <FirmRow key={row.id} row={row} mark={cap} name={names.formation(row.id)} label={say(lang, 'will.label', { ...labelValues(row, names, ''), formation: plainText(names.formation(row.id)) })} desk={desk} names={names} />
        ))}
      </ul>
      <Causes title={say(lang, 'cohesion.causes')} causes={causes.slice(0, 5)} empty={say(lang, 'will.still')} prefix="will.cause" names={names} />
    </Card>
  );
}

function labelValues(row: Firmness, names: Names, post: string): { post: string; n: string; men: string } {
  return { post: plainText(post), n: ofHundred(names.lang, row.value), men: count(names.lang, 'men', row.men) };
}

interface RowProps {
  readonly row: Firmness;
  readonly mark: number;
  readonly name: string;
  readonly label: string;
  readonly desk: Desk;
  readonly names: Names;
}

function FirmRow({ row, mark, name, label, desk, names }: RowProps): JSX.Element {
  const low = row.value < (mark < 700 ? mark + 150 : LOW_WILL);
  return (
    <li>
      <span class="what" aria-hidden="true"><Sentence desk={desk} text={name} /></span>
      <Gauge part={row.value / 1000} mark={mark / 1000} low={low} width={62} />
      <b class={low ? 'low' : ''} aria-hidden="true">{ofHundred(names.lang, row.value)}</b>
      <span class="more" aria-hidden="true">{count(names.lang, 'men', row.men)}</span>
      <span class="unseen">{low ? `${label}, ${say(names.lang, 'stores.low')}` : label}</span>
    </li>
  );
}

interface CausesProps {
  readonly title: string;
  readonly causes: readonly CauseSum[];
  readonly empty: string;
  readonly prefix: 'cause' | 'will.cause';
  readonly names: Names;
}

function Causes({ title, causes, empty, prefix, names }: CausesProps): JSX.Element {
  if (causes.length === 0) return <p class="empty">{empty}</p>;
  const most = Math.max(...causes.map(({ points }) => Math.abs(points)));
  return (
    <>
      <h3>{title}</h3>
      <ul class="causes">
        {causes.map(({ cause, points }, index) => {
          const key = `${prefix}.${cause}`;
          const shown = ofHundred(names.lang, points);
          return (
            <li key={index}>
              <span>{isKey(key) ? say(names.lang, key) : cause}</span>
              <SignedBar points={points} most={most} />
              <b class={points < 0 ? 'low' : 'well'}>{points > 0 ? `+${shown}` : shown}</b>
            </li>
          );
        })}
      </ul>
    </>
  );
}
