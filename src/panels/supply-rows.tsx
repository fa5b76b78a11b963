import type { JSX } from 'preact';
import type { SideView, SiegeEvent } from '../engine/index.ts';
import { Gauge } from './gauge.tsx';
import { Icon } from './icon.tsx';
import type { IconId } from './icons.ts';
import { FULL_DAYS, LOW_DAYS } from './stores.ts';
import { foodOf, goodsOf, hospitalOf } from './supplies.ts';
import type { Names } from './text/names.ts';
import { number, percent, tonnes } from './text/numbers.ts';
import { say } from './text/say.ts';

interface SupplyProps {
  readonly view: SideView;
  readonly names: Names;
  /** What the side saw in the turn before this view. */
  readonly lastTurn: readonly SiegeEvent[];
}

/** Rows of a long siege under those of the shells: food, the hospital or the road, the strip. */
export function SupplyRows(props: SupplyProps): JSX.Element {
  return (
    <>
      <FoodRow {...props} />
      <HospitalRow {...props} />
      <RoadRow {...props} />
    </>
  );
}

function FoodRow({ view, names, lastTurn }: SupplyProps): JSX.Element | null {
  const { lang } = names;
  const food = foodOf(view, lastTurn);
  if (food === null) return null;
  const low = food.days !== null && food.days < LOW_DAYS;
  const second = food.ration < 1000 ? say(lang, 'stores.ration', { part: percent(lang, food.ration) }) : tonnes(lang, food.kilos);
  return (
    <Row icon="ration" low={low} what={say(lang, 'stores.food')} second={second} gauge={<Gauge part={food.days === null ? 1 : food.days / FULL_DAYS} mark={LOW_DAYS / FULL_DAYS} low={low} tone={food.days === null ? 'garrison' : 'well'} />} lowWord={say(lang, 'stores.low')}>
      {food.days === null ? null : <>{number(lang, food.days >= 20 ? Math.round(food.days) : food.days)}<small>{say(lang, 'unit.days', { n: '' }).trim()}</small></>}
    </Row>
  );
}

/** Above so many badly wounded the hospital counts as over full. */
const MANY_WAITING = 200;

function HospitalRow({ view, names }: SupplyProps): JSX.Element | null {
  const { lang } = names;
  const hospital = hospitalOf(view);
  if (hospital === null) return null;
  return (
    <Row icon="hospital" low={hospital.serious >= MANY_WAITING} what={say(lang, 'stores.hospital')} second={say(lang, 'stores.medical', { tonnes: tonnes(lang, goodsOf(view, 'medical')) })} gauge={<span class="beside">{say(lang, 'stores.hospital.more', { light: number(lang, hospital.light), sick: number(lang, hospital.sick) })}</span>} lowWord={say(lang, 'stores.hospital.full')}>
      <>{number(lang, hospital.serious)}<small>{say(lang, 'stores.waiting')}</small></>
    </Row>
  );
}

/** Of whole roads, under which they count as broken. */
const BROKEN_ROAD = 500;

function RoadRow({ view, names }: SupplyProps): JSX.Element | null {
  const { lang } = names;
  if (view.rear === null || view.facts.supplyLine === null) return null;
  const { road, porters, pool } = view.rear;
  return (
    <>
      <Row icon="bike" low={road < BROKEN_ROAD} what={say(lang, 'stores.road')} second={say(lang, 'stores.porters', { n: number(lang, porters) })} gauge={<Gauge part={road / 1000} mark={BROKEN_ROAD / 1000} low={road < BROKEN_ROAD} />} lowWord={say(lang, 'stores.low')}>
        {percent(lang, road)}
      </Row>
      <Row icon="users" low={false} what={say(lang, 'stores.pool')} second={say(lang, 'stores.pool.note')} gauge={null} lowWord="">
        {number(lang, pool)}
      </Row>
    </>
  );
}

interface RowProps {
  readonly icon: IconId;
  readonly low: boolean;
  readonly what: string;
  readonly second: string;
  readonly gauge: JSX.Element | null;
  readonly lowWord: string;
  readonly children: JSX.Element | string | null;
}

function Row({ icon, low, what, second, gauge, lowWord, children }: RowProps): JSX.Element {
  return (
    <li class={low ? 'store low' : 'store'}>
      <Icon name={icon} size={20} />
      <span class="what">{what}<i>{second}</i></span>
      {gauge ?? <span />}
      <span class="days">{children}</span>
      {low ? <span class="unseen">{lowWord}</span> : null}
    </li>
  );
}
