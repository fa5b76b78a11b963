import type { JSX } from 'preact';
import { Chips } from './chips.tsx';
import type { Desk } from './desk.ts';
import { EndCard } from './end-card.tsx';
import { FirmnessCard } from './firmness-card.tsx';
import { Icon } from './icon.tsx';
import type { IconId } from './icons.ts';
import { LogCard, LogSpeaker } from './log-card.tsx';
import { OrderFormCard } from './order-form.tsx';
import { OrdersCard } from './orders-card.tsx';
import { PlanCard } from './plan-card.tsx';
import { Scrubber } from './scrubber.tsx';
import { SelectedCard } from './selected-card.tsx';
import { StoresCard } from './stores-card.tsx';
import { say, type Key } from './text/say.ts';
import { TopBar } from './top-bar.tsx';
import { WordsInPlaceOfMap } from './words-tree.tsx';

const TABS: readonly (readonly [Desk['tab']['value'], IconId])[] = [['map', 'map'], ['plan', 'list'], ['stores', 'package'], ['units', 'users'], ['log', 'log']];

/** The play screen: bar, the two columns of cards, the tools under the map; on a phone one card after the other. */
export function PlayScreen({ desk }: { readonly desk: Desk }): JSX.Element | null {
  const changes = desk.version.value;
  const play = desk.play.value;
  const view = desk.view.value;
  const names = desk.names.value;
  if (play === null || view === null || names === null) return null;
  const props = { desk, play, view, names, changes };
  const hand = desk.inHand.value;
  return (
    <div class={`play-screen ${view.side} tab-${desk.tab.value}`}>
      <SkipLinks desk={desk} />
      <TopBar desk={desk} view={view} />
      <aside class="column left">
        <StoresCard {...props} />
        <FirmnessCard {...props} />
        <LogCard desk={desk} />
      </aside>
      <main class="column right">
        <PlanCard {...props} />
        {hand === null && !desk.playing.value ? <OrdersCard {...props} /> : null}
        {hand === null ? <SelectedCard {...props} /> : <OrderFormCard {...props} hand={hand} />}
        <EndCard {...props} />
      </main>
      <WordsInPlaceOfMap desk={desk} />
      <div class="under-map">
        <Scrubber {...props} />
        <Chips desk={desk} />
      </div>
      <LogSpeaker desk={desk} />
      <nav class="tabs" aria-label={say(desk.lang.value, 'bar.menu')}>
        {TABS.map(([tab, icon]) => (
          <button type="button" key={tab} aria-pressed={desk.tab.value === tab} onClick={() => (desk.tab.value = tab)}>
            <Icon name={icon} size={21} />{say(desk.lang.value, `tabs.${tab}`)}
          </button>
        ))}
      </nav>
    </div>
  );
}

const SKIPS: readonly (readonly [Key, string])[] = [['skip.plan', 'plan'], ['skip.words', 'open-words'], ['skip.log', 'log'], ['skip.end', 'end-turn']];

function SkipLinks({ desk }: { readonly desk: Desk }): JSX.Element {
  return (
    <div class="skips">
      {SKIPS.map(([key, id]) => (
        <button type="button" key={key} onClick={() => focusOn(id)}>{say(desk.lang.value, key)}</button>
      ))}
    </div>
  );
}

/** Moves the focus to an element of the page, or to the first thing in it that takes one. */
export function focusOn(id: string): void {
  const element = document.getElementById(id);
  const target = element?.matches('button, input, select') === true ? element : element?.querySelector<HTMLElement>('button, input, select');
  target?.focus();
}
