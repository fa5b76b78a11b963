import type { JSX } from 'preact';
import type { SideView } from '../engine/index.ts';
import { cohesionByPost, willByRegiment } from './cohesion.ts';
import { shownTurn, type Desk } from './desk.ts';
import { Icon } from './icon.tsx';
import { FileButton, IconButton, LanguageSwitch } from './controls.tsx';
import type { IconId } from './icons.ts';
import { OutsideCells } from './outside-cells.tsx';
import { weaponIcon } from './stores-card.tsx';
import { storesOf } from './stores.ts';
import { dateOf } from './text/dates.ts';
import { number, ofHundred } from './text/numbers.ts';
import { say } from './text/say.ts';

const SKY_ICONS: Readonly<Record<SideView['sky']['valley'], IconId>> = { clear: 'sun', cloud: 'cloud', rain: 'rain', storm: 'thunder' };

/** The bar at the top of the play screen: whose game, which turn, day or night, the sky, and the page's own buttons. */
export function TopBar({ desk, view }: { readonly desk: Desk; readonly view: SideView }): JSX.Element {
  const lang = desk.lang.value;
  const night = desk.night.value;
  const play = desk.play.value;
  return (
    <header class="bar">
      <div class="cell row brand">
        <Emblem />
        <div>
          <div class="wordmark" lang="vi">Vòng Vây</div>
          <div class="s">{say(lang, `side.${view.side}.of`, { name: view.facts.sides[view.side].name[lang] })}</div>
        </div>
      </div>
      <TurnCell desk={desk} view={view} />
      <div class="cell row phase">
        <PhaseSwitch night={night} />
        <div>
          <span class="v">{say(lang, night ? 'phase.night' : 'phase.day')}</span>
          <div class="s">{night ? '18:00 – 06:00' : '06:00 – 18:00'}</div>
        </div>
      </div>
      <div class="cell row sky">
        <Icon name={skyIcon(view, night)} size={22} />
        <div>
          <span class="k">{say(lang, 'bar.valley')}</span>
          <div class="s strong">{skyWords(view, desk)}</div>
        </div>
      </div>
      <OutsideCells view={view} lang={lang} />
      <nav class="cell row tools" aria-label={say(lang, 'bar.menu')}>
        {play?.canUndo === true ? <IconButton name="undo" label={say(lang, 'plan.undo')} onPress={() => play.undo()} /> : null}
        <IconButton name="home" label={say(lang, 'bar.home')} onPress={() => desk.deeds.home()} />
        <IconButton name="down" label={say(lang, 'bar.save')} onPress={() => desk.deeds.save()} />
        <FileButton desk={desk} />
        <IconButton name="keyboard" label={say(lang, 'bar.keys')} onPress={() => (desk.dialog.value = 'keys')} />
        <LanguageSwitch desk={desk} />
        <span class="on-phone"><IconButton name="menu" size={20} label={say(lang, 'bar.menu')} onPress={() => (desk.dialog.value = 'menu')} /></span>
      </nav>
      <Tiles desk={desk} view={view} />
    </header>
  );
}

/** The picture of the sky over the valley. */
export function skyIcon({ sky }: SideView, night: boolean): IconId {
  return night && sky.valley === 'clear' ? 'moon' : SKY_ICONS[sky.valley];
}

function TurnCell({ desk, view }: { readonly desk: Desk; readonly view: SideView }): JSX.Element {
  const lang = desk.lang.value;
  const over = view.turn >= view.turns || view.verdict !== null;
  return (
    <div class="cell turn">
      <span class="k">{over ? say(lang, 'bar.ended') : say(lang, 'bar.turn', { turn: shownTurn(view) + 1, turns: view.turns })}</span>
      <span class="v">{dateOf(lang, view.facts.calendar, shownTurn(view))}</span>
    </div>
  );
}

/** The state of sky and ground over the valley, in words. */
export function skyWords(view: SideView, desk: Desk): string {
  const lang = desk.lang.value;
  const mud = view.sky.mud < 200 ? 'mud.dry' : view.sky.mud < 500 ? 'mud.soft' : 'mud.deep';
  return `${say(lang, `sky.${view.sky.valley}`)} · ${say(lang, mud)}`;
}

/** On a phone: the four shortest stores and how firm one stands, in five tiles. */
function Tiles({ desk, view }: { readonly desk: Desk; readonly view: SideView }): JSX.Element {
  const { value: names } = desk.names;
  const stores = [...storesOf(view)].sort((a, b) => (a.days ?? Number.MAX_VALUE) - (b.days ?? Number.MAX_VALUE)).slice(0, 4);
  const rows = view.side === 'garrison' ? cohesionByPost(view) : willByRegiment(view);
  const firm = rows.length === 0 ? 0 : Math.min(...rows.map((row) => row.value));
  const lang = desk.lang.value;
  return (
    <div class="tiles" aria-hidden="true">
      {stores.map((store) => (
        <div key={store.weapon} class={store.low ? 'tile low' : 'tile'}>
          <Icon name={weaponIcon(store.weapon)} size={16} />
          <div><b>{store.days === null ? number(lang, store.rounds) : say(lang, 'unit.days.short', { n: number(lang, store.days >= 10 ? Math.round(store.days) : store.days) })}</b><span>{names?.weaponShort(store.weapon)}</span></div>
        </div>
      ))}
      <div class="tile">
        <div><b>{ofHundred(lang, firm)}</b><span>{say(lang, view.side === 'garrison' ? 'selected.cohesion' : 'selected.will')}</span></div>
      </div>
    </div>
  );
}

function PhaseSwitch({ night }: { readonly night: boolean }): JSX.Element {
  return (
    <svg class="phase-switch" width={44} height={26} viewBox="0 0 44 26" aria-hidden="true">
      <rect class="shell" x={0.5} y={0.5} width={43} height={25} rx={12.5} />
      <path class={night ? 'half night-half' : 'half day-half'} d={night ? 'M22 1h9a12 12 0 0 1 0 24h-9z' : 'M22 1h-9a12 12 0 0 0 0 24h9z'} />
      <circle class={night ? 'sun dim' : 'sun'} cx={13} cy={13} r={4.6} />
      <path class={night ? 'moon' : 'moon dim'} d="M34 8.400a5 5 0 1 0 3.400 7.400 5.400 5.400 0 0 1-3.400-7.400z" />
    </svg>
  );
}

/** The emblem: the ring, the besieger's ring around it, and the post in the middle. */
export function Emblem({ size = 30 }: { readonly size?: number }): JSX.Element {
  return (
    <svg class="emblem" width={size} height={size} viewBox="0 0 30 30" aria-hidden="true">
      <circle class="outer" cx={15} cy={15} r={13} />
      <circle class="inner" cx={15} cy={15} r={8} />
      <path class="post" d="M11 17h8l-1.4-4.6h-5.2z" />
    </svg>
  );
}
