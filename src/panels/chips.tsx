import type { JSX } from 'preact';
import type { Desk, NamesMode } from './desk.ts';
import { Icon } from './icon.tsx';
import { say } from './text/say.ts';

const NEXT: Readonly<Record<NamesMode, NamesMode>> = { first: 'both', both: 'own', own: 'first' };

/** What the map shows: names by viewpoint, the whole valley, and the same map in words. */
export function Chips({ desk }: { readonly desk: Desk }): JSX.Element {
  const lang = desk.lang.value;
  return (
    <div class="chips" role="group" aria-label={say(lang, 'chips.label')}>
      <button type="button" class="chip" aria-keyshortcuts="N" onClick={() => nextNames(desk)}>
        <Icon name="languages" size={15} /><span>{say(lang, `chips.names.${desk.namesMode.value}`)}</span>
      </button>
      <button type="button" class="chip" aria-keyshortcuts="0" onClick={() => desk.deeds.fit()}>
        <Icon name="map" size={15} /><span>{say(lang, 'chips.fit')}</span>
      </button>
      <button type="button" class="chip" id="open-words" aria-keyshortcuts="M" onClick={() => (desk.dialog.value = 'words')}>
        <Icon name="list" size={15} /><span>{say(lang, 'chips.words')}</span>
      </button>
    </div>
  );
}

/** Turns to the next way of naming posts. */
export function nextNames(desk: Desk): void {
  desk.namesMode.value = NEXT[desk.namesMode.value];
}
