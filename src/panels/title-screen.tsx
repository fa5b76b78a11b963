import type { JSX } from 'preact';
import type { SideId } from '../engine/index.ts';
import { LanguageSwitch, openChosen } from './controls.tsx';
import type { Desk } from './desk.ts';
import { Icon } from './icon.tsx';
import type { IconId } from './icons.ts';
import type { Lang } from './text/language.ts';
import { count, number } from './text/numbers.ts';
import { say } from './text/say.ts';

/** Minutes that a turn takes a person, for the length on the scenario's card. */
const MINUTES_A_TURN = 4;

/** The first screen: go on, or choose a scenario, a side and a seed. */
export function TitleScreen({ desk }: { readonly desk: Desk }): JSX.Element {
  const lang = desk.lang.value;
  return (
    <div class="title-screen">
      <main class="lead">
        <h1 lang="vi">Vòng Vây</h1>
        <p class="when">{say(lang, 'title.when')}</p>
        <p class="about">{say(lang, 'title.lead')}</p>
        <TitleMenu desk={desk} />
        <p class="dedication">{say(lang, 'title.dedication')}</p>
      </main>
      <section class="choose" aria-labelledby="scenarios-title">
        <div class="head">
          <h2 id="scenarios-title">{say(lang, 'title.scenarios')}</h2>
          <span class="note">{say(lang, 'title.scenarios.note')}</span>
          <SideSwitch desk={desk} />
        </div>
        <div class="scenarios" role="radiogroup" aria-labelledby="scenarios-title">
          {desk.scenarios.value.map((one) => <ScenarioCard key={one.id} desk={desk} id={one.id} />)}
        </div>
        <SeedRow desk={desk} />
        <footer>
          <Icon name="languages" size={16} />
          <LanguageSwitch desk={desk} full />
          <button type="button" class="plain" onClick={() => (desk.dialog.value = 'credits')}>{say(lang, 'title.credits')}</button>
        </footer>
      </section>
    </div>
  );
}

function TitleMenu({ desk }: { readonly desk: Desk }): JSX.Element {
  const lang = desk.lang.value;
  const kept = desk.kept.value;
  const { scenario, side } = desk.setting.value;
  const begin = { scenario: titleOf(desk, scenario), side: say(lang, `side.${side}`).toLocaleLowerCase(lang) };
  return (
    <nav class="menu">
      {kept === null ? null : (
        <MenuButton id="continue" icon="play" main={true} title={say(lang, 'title.continue')} note={say(lang, 'title.continue.note', { scenario: titleOf(desk, kept.scenario), turn: number(lang, kept.turn + 1), side: say(lang, `side.${kept.side}`) })} onPress={() => desk.deeds.resume()} />
      )}
      <MenuButton id="begin" icon="flag" main={kept === null} busy={desk.loading.value} title={say(lang, desk.loading.value ? 'title.loading' : 'title.begin')} note={say(lang, 'title.begin.note', begin)} onPress={() => desk.deeds.begin(desk.setting.value)} />
      <MenuButton id="watch" icon="eye" main={false} busy={desk.loading.value} title={say(lang, 'title.watch')} note={say(lang, 'title.watch.note')} onPress={() => desk.deeds.watch(desk.setting.value)} />
      <label class="menu-item file">
        <Icon name="up" size={19} />
        <span><b>{say(lang, 'title.load')}</b><i>{say(lang, 'title.load.note')}</i></span>
        <input type="file" id="open-file" class="unseen" accept=".json,application/json" onChange={(event) => openChosen(desk, event.currentTarget)} />
      </label>
    </nav>
  );
}

interface MenuButtonProps {
  readonly id: string;
  readonly icon: IconId;
  readonly main: boolean;
  readonly busy?: boolean;
  readonly title: string;
  readonly note: string;
  readonly onPress: () => void;
}

function MenuButton({ id, icon, main, busy = false, title, note, onPress }: MenuButtonProps): JSX.Element {
  return (
    <button type="button" id={id} class={main ? 'menu-item main' : 'menu-item'} aria-busy={busy} onClick={onPress}>
      <Icon name={icon} size={main ? 22 : 19} />
      <span><b>{title}</b><i>{note}</i></span>
    </button>
  );
}

const SIDES: readonly SideId[] = ['garrison', 'besieger'];

function SideSwitch({ desk }: { readonly desk: Desk }): JSX.Element {
  const lang = desk.lang.value;
  return (
    <div class="sides" role="group" aria-label={say(lang, 'title.side')}>
      {SIDES.map((side) => (
        <button type="button" key={side} id={`side-${side}`} class={side} aria-pressed={desk.setting.value.side === side} onClick={() => (desk.setting.value = { ...desk.setting.value, side })}>
          <SideMark side={side} />
          {say(lang, `side.${side}`)}
        </button>
      ))}
    </div>
  );
}

function SideMark({ side }: { readonly side: SideId }): JSX.Element {
  return (
    <svg width={14} height={14} viewBox="0 0 14 14" aria-hidden="true">
      {side === 'garrison' ? <path class="mark-garrison" d="M0 2H14V12H0ZM0 2L14 12M14 2L0 12" /> : <path class="mark-besieger" d="M7 0L14 7 7 14 0 7Z" />}
    </svg>
  );
}

function ScenarioCard({ desk, id }: { readonly desk: Desk; readonly id: string }): JSX.Element | null {
  const lang = desk.lang.value;
  const one = desk.scenarios.value.find((scenario) => scenario.id === id);
  if (one === undefined) return null;
  const chosen = desk.setting.value.scenario === id;
  return (
    <button type="button" role="radio" class={chosen ? 'scenario chosen' : 'scenario'} aria-checked={chosen} data-scenario={id} onClick={() => (desk.setting.value = { ...desk.setting.value, scenario: id })}>
      <RingPicture turns={one.turns} />
      <span class="tx">
        <span class="top"><b>{one.title[lang]}</b><i>{lengthWords(one.turns, lang)}</i></span>
        <span class="brief">{one.briefing[desk.setting.value.side][lang]}</span>
      </span>
    </button>
  );
}

/** The length in turns and in minutes, or in hours where minutes are too many to grasp. */
function lengthWords(turns: number, lang: Lang): string {
  const minutes = turns * MINUTES_A_TURN;
  const words = count(lang, 'turns', turns);
  if (minutes < 100) return say(lang, 'title.length', { turns: words, n: number(lang, minutes) });
  return say(lang, 'title.length.hours', { turns: words, n: number(lang, Math.round(minutes / 60)) });
}

/** A small ring with as many teeth as the scenario has turns, up to a full ring. */
function RingPicture({ turns }: { readonly turns: number }): JSX.Element {
  const share = Math.max(0.12, Math.min(1, turns / 56)) * 251;
  return (
    <svg class="ring" width={96} height={96} viewBox="0 0 96 96" aria-hidden="true">
      <circle class="ground" cx={48} cy={48} r={40} />
      <circle class="ring-line" cx={48} cy={48} r={40} stroke-dasharray={`${String(share)} 251`} transform="rotate(-90 48 48)" />
      <path class="post-line" d="M38 56l-4-12 12-10 14 5 1 14-10 8z" />
    </svg>
  );
}

function SeedRow({ desk }: { readonly desk: Desk }): JSX.Element {
  const lang = desk.lang.value;
  return (
    <div class="seed">
      <label for="seed">{say(lang, 'title.seed')}</label>
      <input id="seed" type="text" maxLength={100} spellcheck={false} autocomplete="off" value={desk.setting.value.seed} onInput={(event) => (desk.setting.value = { ...desk.setting.value, seed: event.currentTarget.value })} />
      <button type="button" class="btn" onClick={() => (desk.setting.value = { ...desk.setting.value, seed: anotherSeed() })}>
        <Icon name="dice" size={16} />{say(lang, 'title.seed.another')}
      </button>
      <p>{say(lang, 'title.seed.note')}</p>
    </div>
  );
}

/** A seed nobody chose: six digits. */
export function anotherSeed(): string {
  const [draw = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(draw % 1_000_000).padStart(6, '0');
}

function titleOf(desk: Desk, id: string): string {
  return desk.scenarios.value.find((one) => one.id === id)?.title[desk.lang.value] ?? id;
}
