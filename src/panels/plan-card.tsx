import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { domainOf, type SideView } from '../engine/index.ts';
import { Card } from './card.tsx';
import type { Desk, Play } from './desk.ts';
import { ForecastFigures } from './forecast-figures.tsx';
import { Icon } from './icon.tsx';
import { LeftToStaff } from './left-to-staff.tsx';
import { ORDER_ICONS } from './order-icon.ts';
import { orderKey } from '../session/order-key.ts';
import { acceptAll, givenLines, groupsOf, looseReasons, planLines, toggleLine, type LineGroup, type PlanLine } from './plan-lines.ts';
import { Sentence } from './sentence.tsx';
import { plainText, type Names } from './text/names.ts';
import { inHundred } from './text/numbers.ts';
import { orderWords, problemWords } from './text/order-words.ts';
import { reasonWords } from './text/reason-words.ts';
import { say } from './text/say.ts';

export interface PlanProps {
  readonly desk: Desk;
  readonly play: Play;
  readonly view: SideView;
  readonly names: Names;
  /** Counts the changes of the game: drafts change the orders without changing the view. */
  readonly changes: number;
}

/** The staff's plan in words: each line accepted, struck or changed; with the orders of one's own. */
export function PlanCard(props: PlanProps): JSX.Element {
  const { desk, play, names } = props;
  const { lang } = names;
  const why = useSignal(false);
  const telling = desk.telling.value;
  const lines = telling === null ? planLines(play, desk.struck.value) : givenLines(telling.orders);
  const open = telling === null && play.live && play.verdict === null;
  const accepted = lines.filter((line) => line.state === 'accepted').length;
  const note = say(lang, 'plan.note', { n: accepted, all: lines.length });
  return (
    <Card id="plan" title={say(lang, open ? 'plan.title' : 'plan.past')} fact={open ? note : undefined} actions={open && lines.length > 0 ? <PlanActions {...props} why={why.value} onWhy={() => (why.value = !why.value)} /> : undefined}>
      {lines.length === 0 ? <p class="empty">{say(lang, open ? 'plan.empty' : 'plan.past.none')}</p> : null}
      {open ? <LeftToStaff {...props} /> : null}
      {groupsOf(lines).map((group) => <PlanGroup key={group.domain ?? 'all'} {...props} group={group} why={why.value} open={open} />)}
      {why.value ? looseReasons(play).map((reason, index) => <p key={index} class="reason loose"><Sentence desk={desk} text={reasonWords(reason, names)} /></p>) : null}
    </Card>
  );
}

type GroupProps = PlanProps & { readonly group: LineGroup; readonly why: boolean; readonly open: boolean };

/** The lines of one domain under a head that folds them and takes them together; a short plan is one group without a head. */
function PlanGroup(props: GroupProps): JSX.Element {
  const { desk, play, names, group, why, open } = props;
  const { lang } = names;
  const isOpen = useSignal(group.title === null || group.lines.length <= FEW_LINES);
  const waiting = group.lines.filter(({ line }) => line.state === 'open');
  const title = group.title === null ? '' : say(lang, `domain.${group.title}`);
  return (
    <>
      {group.title === null ? null : (
        <h3 class="plan-group">
          <button type="button" class="fold" aria-expanded={isOpen.value} onClick={() => (isOpen.value = !isOpen.value)}>
            <Icon name="chevron" size={12} /> {title} <span>{say(lang, 'plan.group', { n: group.lines.length - waiting.length, all: group.lines.length })}</span>
          </button>
          {open && waiting.length > 0 ? (
            <button type="button" class="btn small" aria-label={say(lang, 'plan.group.accept', { domain: title })} onClick={() => acceptLines(desk, play, waiting.map(({ line }) => line))}>
              <Icon name="check" size={14} />
            </button>
          ) : null}
        </h3>
      )}
      <ol class="plan" hidden={!isOpen.value}>
        {group.lines.map(({ line, index }) => <PlanRow key={orderKey(line.order)} {...props} line={line} index={index} why={why} open={open} />)}
      </ol>
    </>
  );
}

/** A group of no more lines than these stands open from the first. */
const FEW_LINES = 3;

function acceptLines(desk: Desk, play: Play, lines: readonly PlanLine[]): void {
  const keys = lines.map((line) => orderKey(line.order));
  desk.struck.value = desk.struck.value.filter((key) => !keys.includes(key));
  play.setOrders([...play.orders, ...lines.map((line) => line.order)]);
}

function PlanActions({ desk, play, names, why, onWhy }: PlanProps & { readonly why: boolean; readonly onWhy: () => void }): JSX.Element {
  const { lang } = names;
  return (
    <>
      <button type="button" class="btn primary wide" id="accept-all" onClick={() => accept(desk, play)}>
        <Icon name="check" size={16} />
        {say(lang, 'plan.accept-all')} <kbd>Y</kbd>
      </button>
      <button type="button" class="btn" onClick={() => strikeAll(desk, play)}>{say(lang, 'plan.strike-all')}</button>
      <button type="button" class="btn" aria-pressed={why} onClick={onWhy}>{say(lang, why ? 'plan.why.hide' : 'plan.why')}</button>
    </>
  );
}

/** Takes the whole plan, struck lines included. */
export function accept(desk: Desk, play: Play): void {
  acceptAll(play, desk.struck.value);
  desk.struck.value = [];
}

function strikeAll(desk: Desk, play: Play): void {
  desk.struck.value = planLines(play, []).map((line) => orderKey(line.order));
  play.setOrders([]);
}

interface RowProps extends PlanProps {
  readonly line: PlanLine;
  readonly index: number;
  readonly why: boolean;
  readonly open: boolean;
}

function PlanRow({ desk, play, view, names, line, index, why, open }: RowProps): JSX.Element {
  const detail = useSignal(false);
  const words = orderWords(line.order, names, view);
  const forecast = open ? play.forecast(line.order) : null;
  const problem = open ? problemOf(play, line) : null;
  const domain = domainOf(line.order.kind);
  const isLeft = domain !== null && play.leftToStaff.includes(domain);
  const chance = forecast === null || forecast.inHundred === null ? '' : ` · ${inHundred(names.lang, forecast.inHundred)}`;
  return (
    <li class={`line ${line.state}`} id={`line-${String(index + 1)}`}>
      <span class="disc"><Icon name={ORDER_ICONS[line.order.kind]} size={15} /></span>
      <div class="words">
        <button type="button" class="title" aria-expanded={detail.value} onClick={() => (detail.value = !detail.value)}>
          {index + 1}. <Sentence desk={desk} text={words.title} />
        </button>
        <div class="detail"><Sentence desk={desk} text={words.detail} />{chance}{isLeft && open && !line.own ? <em> · {say(names.lang, 'left.line')}</em> : null}{line.own && open ? <em> · {say(names.lang, 'plan.own')}</em> : null}</div>
        {problem === null ? null : <div class="problem"><Icon name="warning" size={13} /> {problemWords(problem, names)}</div>}
        {why || detail.value ? line.reasons.map((reason, at) => <p key={at} class="reason"><Sentence desk={desk} text={reasonWords(reason, names)} /></p>) : null}
        {detail.value && forecast !== null ? <ForecastFigures forecast={forecast} names={names} /> : null}
      </div>
      {open ? <RowButtons desk={desk} play={play} line={line} title={plainText(words.title)} lang={names.lang} /> : null}
    </li>
  );
}

function problemOf(play: Play, line: PlanLine): ReturnType<Play['problems']>[number] | null {
  if (line.state !== 'accepted') return null;
  const index = play.orders.map(orderKey).indexOf(orderKey(line.order));
  return play.problems().find((problem) => problem.order === index) ?? null;
}

interface ButtonsProps {
  readonly desk: Desk;
  readonly play: Play;
  readonly line: PlanLine;
  readonly title: string;
  readonly lang: Names['lang'];
}

function RowButtons({ desk, play, line, title, lang }: ButtonsProps): JSX.Element {
  const taken = line.state === 'accepted';
  const key = orderKey(line.order);
  const toggle = (): void => {
    desk.struck.value = taken && !line.own ? [...desk.struck.value, key] : desk.struck.value.filter((one) => one !== key);
    toggleLine(play, line);
  };
  return (
    <div class="acts">
      <button type="button" class={taken ? 'tickbox on' : 'tickbox'} aria-pressed={taken} aria-label={say(lang, taken ? (line.own ? 'plan.remove' : 'plan.accepted') : 'plan.accept', { order: title })} onClick={toggle}>
        <Icon name={line.state === 'struck' ? 'close' : 'check'} size={16} />
      </button>
      <button type="button" class="tickbox" aria-label={say(lang, 'plan.edit', { order: title })} onClick={() => edit(desk, line)}>
        <Icon name="pencil" size={14} />
      </button>
    </div>
  );
}

function edit(desk: Desk, line: PlanLine): void {
  const { kind, ...fields } = line.order;
  desk.inHand.value = { kind, fields, replaces: line.order };
  desk.tab.value = 'plan';
}
