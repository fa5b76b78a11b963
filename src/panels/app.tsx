import { useSignal } from '@preact/signals';
import { render, type JSX } from 'preact';
import type { Desk } from './desk.ts';
import { Dialogs } from './dialogs.tsx';
import { Hatches } from './gauge.tsx';
import { listenToKeys } from './keys.ts';
import { Notices } from './notices.tsx';
import { PlayScreen } from './play-screen.tsx';
import { say } from './text/say.ts';
import { TitleScreen } from './title-screen.tsx';
import { WatchScreen } from './watch-screen.tsx';

/** Puts the panels on the page. */
export function showPanels(desk: Desk, parent: HTMLElement): void {
  listenToKeys(desk, parent.ownerDocument);
  render(<App desk={desk} />, parent);
}

function App({ desk }: { readonly desk: Desk }): JSX.Element {
  const dropping = useSignal(false);
  const night = desk.screen.value !== 'title' && desk.night.value;
  return (
    <div
      class={night ? 'desk night' : 'desk'}
      data-dropping={dropping.value}
      onDragOver={(event) => {
        event.preventDefault();
        dropping.value = true;
      }}
      onDragLeave={() => (dropping.value = false)}
      onDrop={(event) => {
        event.preventDefault();
        dropping.value = false;
        const file = event.dataTransfer?.files[0];
        if (file !== undefined) desk.deeds.open(file);
      }}
    >
      <Hatches />
      {desk.screen.value === 'title' ? <TitleScreen desk={desk} /> : desk.screen.value === 'watch' ? <WatchScreen desk={desk} /> : <PlayScreen desk={desk} />}
      <Dialogs desk={desk} />
      <Notices desk={desk} />
      {dropping.value ? <p class="drop-hint">{say(desk.lang.value, 'file.drop')}</p> : null}
    </div>
  );
}
