import type { JSX } from 'preact';
import { ORDER_KINDS, type OrderKind } from '../engine/index.ts';
import { AdvanceDialog } from './advance-dialog.tsx';
import type { Desk } from './desk.ts';
import { LanguageSwitch } from './controls.tsx';
import { Dialog } from './dialog.tsx';
import { Icon } from './icon.tsx';
import { outsideWords } from './outside-cells.tsx';
import { ICON_AUTHORS, type IconId } from './icons.ts';
import { MapWords } from './words-tree.tsx';
import { ORDER_KEYS } from './order-icon.ts';
import { say, type Key } from './text/say.ts';
import { VerdictDialog } from './verdict-dialog.tsx';

/** The dialog that is open, if any. */
export function Dialogs({ desk }: { readonly desk: Desk }): JSX.Element | null {
  switch (desk.dialog.value) {
    case 'advance':
      return <AdvanceDialog desk={desk} />;
    case 'credits':
      return <Credits desk={desk} />;
    case 'keys':
      return <Keys desk={desk} />;
    case 'words':
      return <Words desk={desk} />;
    case 'doubts':
      return <Doubts desk={desk} />;
    case 'verdict':
      return <VerdictDialog desk={desk} />;
    case 'menu':
      return <Menu desk={desk} />;
    case null:
      return null;
  }
}

/** Closes whatever dialog is open. */
export function closeDialog(desk: Desk): void {
  desk.dialog.value = null;
}

function Credits({ desk }: { readonly desk: Desk }): JSX.Element {
  const lang = desk.lang.value;
  return (
    <Dialog id="credits" title={say(lang, 'credits.title')} closeLabel={say(lang, 'dialog.close')} onClose={() => closeDialog(desk)}>
      <p class="dedication">{say(lang, 'title.dedication')}</p>
      <p>{say(lang, 'credits.icons')}</p>
      <ul>{ICON_AUTHORS.map(([author, icons]) => <li key={author}>{say(lang, 'credits.icons.by', { author, icons })}</li>)}</ul>
      <p>{say(lang, 'credits.lucide')}</p>
      <p>{say(lang, 'credits.fonts')}</p>
      <p>{say(lang, 'credits.code')}</p>
    </Dialog>
  );
}

function Keys({ desk }: { readonly desk: Desk }): JSX.Element {
  const lang = desk.lang.value;
  if (desk.screen.value === 'watch') return <WatchKeys desk={desk} />;
  const side = desk.view.value?.side;
  const kinds: readonly OrderKind[] = side === undefined ? [] : ORDER_KINDS[side];
  const rows: readonly (readonly [string, string])[] = [
    [say(lang, 'keys.arrows'), say(lang, 'keys.arrows.does')],
    ['Enter', say(lang, 'keys.enter.does')],
    ['Esc, Space', say(lang, 'keys.escape.does')],
    ['Y', say(lang, 'keys.accept.does')],
    ['E', say(lang, 'keys.edit.does')],
    ['1–9', say(lang, 'keys.lines.does')],
    ...kinds.map((kind) => [ORDER_KEYS[kind], say(lang, `kind.${kind}`)] as const),
    ['U', say(lang, 'keys.next.does')],
    ['N', say(lang, 'keys.names.does')],
    ['M', say(lang, 'keys.words.does')],
    ['T', `${say(lang, 'chips.nato')} / ${say(lang, 'chips.pictorial')}`],
    ['0', say(lang, 'chips.fit')],
    ['Ctrl+Z, Ctrl+Y', say(lang, 'keys.undo.does')],
    ['Ctrl+Enter', say(lang, 'keys.end.does')],
    ['Ctrl+Shift+Enter', say(lang, 'advance.title')],
    ['?', say(lang, 'keys.question.does')],
  ];
  return (
    <Dialog id="keys" title={say(lang, 'keys.title')} closeLabel={say(lang, 'dialog.close')} onClose={() => closeDialog(desk)}>
      <table class="keys">
        <tbody>{rows.map(([key, does]) => <tr key={key}><th scope="row"><kbd>{key}</kbd></th><td>{does}</td></tr>)}</tbody>
      </table>
      <p>{say(lang, 'keys.letters')}</p>
    </Dialog>
  );
}

function WatchKeys({ desk }: { readonly desk: Desk }): JSX.Element {
  const lang = desk.lang.value;
  const rows: readonly (readonly [string, string])[] = [
    [say(lang, 'keys.watch.space'), say(lang, 'keys.watch.play.does')],
    [', .', say(lang, 'keys.watch.step.does')],
    ['[ ]', say(lang, 'keys.watch.marks.does')],
    ['V', say(lang, 'keys.watch.eyes.does')],
    ['N', say(lang, 'keys.names.does')],
    ['T', `${say(lang, 'chips.nato')} / ${say(lang, 'chips.pictorial')}`],
    ['0', say(lang, 'chips.fit')],
    ['?', say(lang, 'keys.question.does')],
  ];
  return (
    <Dialog id="keys" title={say(lang, 'keys.title')} closeLabel={say(lang, 'dialog.close')} onClose={() => closeDialog(desk)}>
      <table class="keys">
        <tbody>{rows.map(([key, does]) => <tr key={key}><th scope="row"><kbd>{key}</kbd></th><td>{does}</td></tr>)}</tbody>
      </table>
    </Dialog>
  );
}

function Words({ desk }: { readonly desk: Desk }): JSX.Element {
  const lang = desk.lang.value;
  return (
    <Dialog id="words" wide title={say(lang, 'words.title')} closeLabel={say(lang, 'words.close')} onClose={() => closeDialog(desk)}>
      <MapWords desk={desk} onChosen={() => closeDialog(desk)} />
    </Dialog>
  );
}

/** On a phone: what the bar has no room for. */
function Menu({ desk }: { readonly desk: Desk }): JSX.Element {
  const lang = desk.lang.value;
  const { deeds } = desk;
  const view = desk.view.value;
  const rows: readonly (readonly [IconId, Key, () => void])[] = [
    ['home', 'bar.home', () => deeds.home()],
    ['down', 'bar.save', () => deeds.save()],
    ['list', 'chips.words', () => (desk.dialog.value = 'words')],
    ['keyboard', 'bar.keys', () => (desk.dialog.value = 'keys')],
    ['credits', 'title.credits', () => (desk.dialog.value = 'credits')],
  ];
  return (
    <Dialog id="menu" title={say(lang, 'bar.menu')} closeLabel={say(lang, 'dialog.close')} onClose={() => closeDialog(desk)}>
      {view === null ? null : outsideWords(view, lang).map((sentence) => <p key={sentence}>{sentence}</p>)}
      {rows.map(([icon, key, deed]) => (
        <button type="button" key={key} class="btn" onClick={() => {
          closeDialog(desk);
          deed();
        }}><Icon name={icon} size={18} /> {say(lang, key)}</button>
      ))}
      <LanguageSwitch desk={desk} full />
    </Dialog>
  );
}

function Doubts({ desk }: { readonly desk: Desk }): JSX.Element {
  const lang = desk.lang.value;
  return (
    <Dialog id="doubts" title={say(lang, 'end.button')} closeLabel={say(lang, 'dialog.close')} onClose={() => closeDialog(desk)}>
      <p>{say(lang, 'end.ask')}</p>
      <div class="choices">
        <button type="button" class="btn" id="doubts-no" onClick={() => closeDialog(desk)}>{say(lang, 'end.ask.no')}</button>
        <button type="button" class="btn primary" id="doubts-yes" onClick={() => {
          closeDialog(desk);
          desk.deeds.endTurn();
        }}>{say(lang, 'end.ask.yes')}</button>
      </div>
    </Dialog>
  );
}
