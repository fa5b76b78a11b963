import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { Chips } from './chips.tsx';
import { IconButton, LanguageSwitch } from './controls.tsx';
import { CurvesCard } from './curves-card.tsx';
import { shownTurn, type Desk } from './desk.ts';
import { Icon } from './icon.tsx';
import { LogCard, LogSpeaker } from './log-card.tsx';
import { SelectedCard } from './selected-card.tsx';
import { dateOf } from './text/dates.ts';
import { say } from './text/say.ts';
import { Emblem, skyIcon, skyWords } from './top-bar.tsx';
import { WatchTimeline } from './watch-timeline.tsx';
import { EYES } from './watch-desk.ts';
import { WordsInPlaceOfMap } from './words-tree.tsx';

/** A siege that both commanders play out: map, viewpoint, curves, log, and the time line under it all. */
export function WatchScreen({ desk }: { readonly desk: Desk }): JSX.Element | null {
  const changes = desk.version.value;
  const play = desk.play.value;
  const view = desk.view.value;
  const names = desk.names.value;
  // Where room is short the map comes first.
  const tab = useSignal<'curves' | 'log' | 'none'>(innerWidth < 1024 ? 'none' : 'curves');
  if (play === null || view === null || names === null) return null;
  const { lang } = names;
  return (
    <div class={`play-screen watch-screen ${view.side} show-${tab.value}`}>
      <WatchBar desk={desk} />
      <main class="column left" aria-label={say(lang, 'watch.log')}>
        <EyesSwitch desk={desk} />
        <LogCard desk={desk} />
        {desk.selection.value === null ? null : <SelectedCard desk={desk} play={play} view={view} names={names} changes={changes} />}
      </main>
      <aside class="column right">
        <CurvesCard desk={desk} changes={changes} />
      </aside>
      <WordsInPlaceOfMap desk={desk} />
      <div class="under-map"><Chips desk={desk} /></div>
      <WatchTimeline desk={desk} play={play} view={view} names={names} changes={changes} />
      <div class="watch-tabs" role="group" aria-label={say(lang, 'bar.menu')}>
        {(['curves', 'log'] as const).map((one) => (
          <button type="button" key={one} class="chip" aria-pressed={tab.value === one} onClick={() => (tab.value = tab.value === one ? 'none' : one)}>{say(lang, `watch.tab.${one}`)}</button>
        ))}
      </div>
      {desk.watch.isRunning.value ? null : <LogSpeaker desk={desk} />}
    </div>
  );
}

function WatchBar({ desk }: { readonly desk: Desk }): JSX.Element | null {
  const view = desk.view.value;
  if (view === null) return null;
  const lang = desk.lang.value;
  const night = desk.night.value;
  return (
    <header class="bar">
      <div class="cell row brand">
        <Emblem />
        <div>
          <div class="wordmark" lang="vi">Vòng Vây</div>
          <div class="s">{view.facts.title[lang]}</div>
        </div>
      </div>
      <div class="cell turn">
        <span class="k">{say(lang, 'bar.turn', { turn: shownTurn(view) + 1, turns: view.turns })}</span>
        <span class="v">{dateOf(lang, view.facts.calendar, shownTurn(view))}</span>
      </div>
      <div class="cell row phase"><Icon name={night ? 'moon' : 'sun'} size={20} /><span class="v">{say(lang, night ? 'phase.night' : 'phase.day')}</span></div>
      <div class="cell row sky">
        <Icon name={skyIcon(view, night)} size={22} />
        <div><span class="k">{say(lang, 'bar.valley')}</span><div class="s strong">{skyWords(view, desk)}</div></div>
      </div>
      <nav class="cell row tools" aria-label={say(lang, 'bar.menu')}>
        <IconButton name="home" label={say(lang, 'bar.home')} onPress={() => desk.deeds.home()} />
        <IconButton name="down" label={say(lang, 'bar.save')} onPress={() => desk.deeds.save()} />
        <IconButton name="keyboard" label={say(lang, 'bar.keys')} onPress={() => (desk.dialog.value = 'keys')} />
        <LanguageSwitch desk={desk} />
      </nav>
    </header>
  );
}

/** Through whose eyes: the garrison's, the besiegers', or both sides with what each knows of itself. */
function EyesSwitch({ desk }: { readonly desk: Desk }): JSX.Element {
  const lang = desk.lang.value;
  const { eyes } = desk.watch;
  return (
    <section class="eyes" aria-label={say(lang, 'watch.eyes')}>
      {EYES.map((one) => (
        <button type="button" key={one} id={`eyes-${one}`} class={one} aria-pressed={eyes.value === one} title={one === 'both' ? say(lang, 'watch.both.note') : undefined} onClick={() => (eyes.value = one)}>
          <Icon name={one === 'both' ? 'users' : 'eye'} size={15} />{say(lang, one === 'both' ? 'watch.both' : `side.${one}`)}
        </button>
      ))}
    </section>
  );
}
