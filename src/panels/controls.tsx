import type { JSX } from 'preact';
import type { Desk } from './desk.ts';
import { Icon } from './icon.tsx';
import type { IconId } from './icons.ts';
import { LANGUAGES, OWN_NAMES } from './text/language.ts';
import { say } from './text/say.ts';

interface IconButtonProps {
  readonly name: IconId;
  readonly label: string;
  readonly size?: number;
  readonly onPress: () => void;
}

/** A square button that holds an icon; its words are its label. */
export function IconButton({ name, label, size = 17, onPress }: IconButtonProps): JSX.Element {
  return (
    <button type="button" class="square" aria-label={label} title={label} onClick={onPress}>
      <Icon name={name} size={size} />
    </button>
  );
}

/** A square that opens a file of the player's. */
export function FileButton({ desk }: { readonly desk: Desk }): JSX.Element {
  const label = say(desk.lang.value, 'bar.open');
  return (
    <label class="square file" title={label}>
      <Icon name="up" size={17} />
      <span class="unseen">{label}</span>
      <input type="file" class="unseen" accept=".json,application/json" onChange={(event) => openChosen(desk, event.currentTarget)} />
    </label>
  );
}

/** Opens what was chosen in a file field, and empties the field so that the same file can be chosen again. */
export function openChosen(desk: Desk, input: HTMLInputElement): void {
  const file = input.files?.[0];
  if (file !== undefined) desk.deeds.open(file);
  input.value = '';
}

/** VI, FR, EN: the chosen one underlined. */
export function LanguageSwitch({ desk, full = false }: { readonly desk: Desk; readonly full?: boolean }): JSX.Element {
  return (
    <div class={full ? 'languages full' : 'languages'} role="group" aria-label={say(desk.lang.value, 'bar.language')}>
      {LANGUAGES.map((lang) => (
        <button type="button" key={lang} lang={lang} aria-label={OWN_NAMES[lang]} aria-pressed={desk.lang.value === lang} onClick={() => (desk.lang.value = lang)}>
          {full ? OWN_NAMES[lang] : lang.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
