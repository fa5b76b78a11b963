import type { JSX } from 'preact';
import { Card } from './card.tsx';
import type { Desk } from './desk.ts';
import { mapInWords } from './map-words.ts';
import { capital } from './text/log-groups.ts';
import { say } from './text/say.ts';

interface WordsProps {
  readonly desk: Desk;
  readonly onChosen: () => void;
}

/** The map in words: branches that open, each with what lies there and its facts; a name chooses it, as on the map. */
export function MapWords({ desk, onChosen }: WordsProps): JSX.Element | null {
  const view = desk.view.value;
  const names = desk.names.value;
  const play = desk.play.value;
  if (view === null || names === null || play === null) return null;
  return (
    <>
      {mapInWords(view, names, play).map((branch, index) => (
        <details key={branch.title} open={index === 0}>
          <summary>{branch.title} <i>({branch.leaves.length})</i></summary>
          <ul>
            {branch.leaves.map((leaf) => (
              <li key={leaf.selection.id}>
                <button type="button" class="name" onClick={() => {
                  desk.selection.value = leaf.selection;
                  onChosen();
                }}>{leaf.name}</button>. {leaf.facts.map(capital).join('. ')}.
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

/** Where no map can be drawn, the map in words takes its place: the game stays whole. */
export function WordsInPlaceOfMap({ desk }: { readonly desk: Desk }): JSX.Element | null {
  const lang = desk.lang.value;
  if (!desk.mapMissing.value) return null;
  return (
    <div class="in-place-of-map">
      <Card id="words-card" title={say(lang, 'words.title')}>
        <p class="empty">{say(lang, 'words.in-place')}</p>
        <MapWords desk={desk} onChosen={() => undefined} />
      </Card>
    </div>
  );
}
