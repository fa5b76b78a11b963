import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { SideView } from '../engine/index.ts';
import { Card } from './card.tsx';
import type { Desk, Play } from './desk.ts';
import { Gauge } from './gauge.tsx';
import { Icon } from './icon.tsx';
import type { IconId } from './icons.ts';
import { SupplyRows } from './supply-rows.tsx';
import { FULL_DAYS, LOW_DAYS, storesOf, type Store } from './stores.ts';
import { count, number } from './text/numbers.ts';
import type { Names } from './text/names.ts';
import { say } from './text/say.ts';

/** The picture of a weapon: a gun, a mortar or a machine gun. */
export function weaponIcon(weapon: string): IconId {
  if (weapon.startsWith('m')) return 'mortar';
  return weapon.startsWith('quad') ? 'machine-gun' : 'gun';
}

/** Of more weapons than these only the shortest of shells are shown until all are asked for. */
const SHOWN_STORES = 6;

function shortest(stores: readonly Store[]): readonly Store[] {
  return [...stores].sort((a, b) => (a.days ?? Number.MAX_VALUE) - (b.days ?? Number.MAX_VALUE)).slice(0, SHOWN_STORES);
}

/** Shells by weapon, with the days they last at the rate so far. */
export function StoresCard({ desk, play, view, names }: { readonly desk: Desk; readonly play: Play; readonly view: SideView; readonly names: Names }): JSX.Element {
  const lang = desk.lang.value;
  const all = storesOf(view);
  const isWhole = useSignal(all.length <= SHOWN_STORES);
  const stores = isWhole.value ? all : shortest(all);
  return (
    <Card id="stores" title={say(lang, 'stores.title')} fact={say(lang, 'stores.note')}>
      <ul class="stores">
        {stores.map((store) => <StoreRow key={store.weapon} store={store} names={names} />)}
        <SupplyRows view={view} names={names} lastTurn={view.turn > 0 ? play.events(view.turn - 1) : []} />
      </ul>
      {all.length > SHOWN_STORES ? <button type="button" class="link" aria-pressed={isWhole.value} onClick={() => (isWhole.value = !isWhole.value)}>{say(lang, isWhole.value ? 'stores.shortest' : 'stores.all', { n: number(lang, isWhole.value ? SHOWN_STORES : all.length) })}</button> : null}
      <p class="key" aria-hidden="true"><span class="tick" />{say(lang, 'stores.floor')}</p>
    </Card>
  );
}

function StoreRow({ store, names }: { readonly store: Store; readonly names: Names }): JSX.Element {
  const { lang } = names;
  const rounds = count(lang, 'rounds', store.rounds);
  const days = daysWords(store, lang);
  const label = say(lang, 'stores.label', { weapon: names.weapon(store.weapon), rounds, days: days.long });
  return (
    <li class={store.low ? 'store low' : 'store'}>
      <Icon name={weaponIcon(store.weapon)} size={20} />
      <span class="what" aria-hidden="true">{names.weaponShort(store.weapon)}<i>{say(lang, 'stores.rounds', { n: number(lang, store.rounds) })}</i></span>
      <Gauge part={store.days === null ? (store.rounds > 0 ? 1 : 0) : store.days / FULL_DAYS} mark={LOW_DAYS / FULL_DAYS} low={store.low} tone={store.days === null ? 'garrison' : 'well'} />
      <span class={store.days === null || store.days > MOST_DAYS ? 'days word' : 'days'} aria-hidden="true">{days.short}</span>
      <span class="unseen">{store.low ? `${label}, ${say(lang, 'stores.low')}` : label}</span>
    </li>
  );
}

/** More days than these say no more than "plenty". */
const MOST_DAYS = 30;

function daysWords(store: Store, lang: Names['lang']): { readonly short: JSX.Element | string; readonly long: string } {
  if (store.rounds === 0) return { short: say(lang, 'stores.empty'), long: say(lang, 'stores.empty') };
  if (store.days === null) return { short: say(lang, 'stores.unused.short'), long: say(lang, 'stores.unused') };
  if (store.days > MOST_DAYS) return { short: say(lang, 'stores.plenty', { n: MOST_DAYS }), long: say(lang, 'stores.plenty', { n: MOST_DAYS }) };
  const n = number(lang, store.days >= 20 ? Math.round(store.days) : store.days);
  const unit = say(lang, 'unit.days', { n: '' }).trim();
  return { short: <>{n}<small>{unit}</small></>, long: say(lang, 'stores.label.days', { n }) };
}
