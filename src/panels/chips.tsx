import type { JSX } from 'preact';
import { LAYERS, type Desk, type LayerName } from './desk.ts';
import { Icon } from './icon.tsx';
import type { IconId } from './icons.ts';
import { say } from './text/say.ts';

const LAYER_ICONS: Readonly<Record<LayerName, IconId>> = { men: 'users', guns: 'gun', works: 'spade', sight: 'eye' };
const SYMBOLS = ['nato', 'pictorial'] as const;

/** What the map shows: its layers, names by viewpoint, the set of counters, the whole valley, and itself in words. */
export function Chips({ desk }: { readonly desk: Desk }): JSX.Element {
  const lang = desk.lang.value;
  return (
    <div class="chips" role="group" aria-label={say(lang, 'chips.label')}>
      {LAYERS.map((layer) => <LayerChip key={layer} desk={desk} layer={layer} />)}
      <button type="button" class="chip" aria-keyshortcuts="N" onClick={() => nextNames(desk)}>
        <Icon name="languages" size={15} /><span>{say(lang, `chips.names.${desk.namesMode.value}`)}</span>
      </button>
      <span class="chip pair" role="group">
        {SYMBOLS.map((set) => (
          <button type="button" key={set} aria-pressed={desk.symbols.value === set} aria-keyshortcuts="T" onClick={() => (desk.symbols.value = set)}>{say(lang, `chips.${set}`)}</button>
        ))}
      </span>
      <button type="button" class="chip" onClick={() => desk.deeds.fit('valley')}>
        <Icon name="map" size={15} /><span>{say(lang, 'chips.fit')}</span>
      </button>
      <button type="button" class="chip" id="open-words" aria-keyshortcuts="M" onClick={() => (desk.dialog.value = 'words')}>
        <Icon name="list" size={15} /><span>{say(lang, 'chips.words')}</span>
      </button>
    </div>
  );
}

function LayerChip({ desk, layer }: { readonly desk: Desk; readonly layer: LayerName }): JSX.Element {
  const hidden = desk.hiddenLayers.value;
  const shown = !hidden.includes(layer);
  return (
    <button type="button" class={shown ? 'chip' : 'chip off'} aria-pressed={shown} onClick={() => (desk.hiddenLayers.value = shown ? [...hidden, layer] : hidden.filter((one) => one !== layer))}>
      <Icon name={LAYER_ICONS[layer]} size={15} /><span>{say(desk.lang.value, `chips.${layer}`)}</span>
    </button>
  );
}

/** Turns to the other way of naming posts. */
export function nextNames(desk: Desk): void {
  desk.namesMode.value = desk.namesMode.value === 'first' ? 'own' : 'first';
}

/** Turns to the other set of counters. */
export function nextSymbols(desk: Desk): void {
  desk.symbols.value = desk.symbols.value === 'nato' ? 'pictorial' : 'nato';
}
