import type { JSX } from 'preact';
import { ALARMS, type Alarm, type Ringing } from './alarms.ts';
import type { Desk } from './desk.ts';
import { Dialog } from './dialog.tsx';
import { Icon } from './icon.tsx';
import { plainText, type Names } from './text/names.ts';
import { say } from './text/say.ts';

/** Asks what shall stop the staff, and lets it go on. */
export function AdvanceDialog({ desk }: { readonly desk: Desk }): JSX.Element | null {
  const lang = desk.lang.value;
  const side = desk.view.value?.side;
  if (side === undefined) return null;
  const { alarms } = desk.advance;
  const toggle = (alarm: Alarm): void => void (alarms.value = alarms.value.includes(alarm) ? alarms.value.filter((one) => one !== alarm) : [...alarms.value, alarm]);
  const close = (): void => void (desk.dialog.value = null);
  return (
    <Dialog id="advance" title={say(lang, 'advance.title')} closeLabel={say(lang, 'dialog.close')} onClose={close}>
      <p>{say(lang, 'advance.note')}</p>
      <fieldset class="alarms">
        <legend>{say(lang, 'advance.stops')}</legend>
        {ALARMS[side].map((alarm) => (
          <label key={alarm}>
            <input type="checkbox" id={`alarm-${alarm}`} checked={alarms.value.includes(alarm)} onChange={() => toggle(alarm)} />
            <span>{say(lang, `alarm.${alarm}`)}</span>
          </label>
        ))}
      </fieldset>
      <div class="choices">
        <button type="button" class="btn primary" id="advance-go" onClick={() => {
          close();
          desk.deeds.advance();
        }}><Icon name="skip" size={16} /> {say(lang, 'advance.go')}</button>
      </div>
    </Dialog>
  );
}

/** What stopped the staff, in one sentence: "a post is cut off (Huguette 6)". */
export function stoppedWords(by: readonly Ringing[], names: Names): string {
  const { lang } = names;
  const kinds = [...new Set(by.map((one) => one.alarm))];
  const what = kinds.map((alarm) => {
    const things = by.filter((one) => one.alarm === alarm && one.kind !== null).map((one) => thingWords(one, names));
    return things.length === 0 ? say(lang, `alarm.${alarm}`) : `${say(lang, `alarm.${alarm}`)} (${things.join(', ')})`;
  });
  return say(lang, 'advance.stopped', { what: what.join('; ') });
}

function thingWords({ kind, id }: Ringing, names: Names): string {
  switch (kind) {
    case 'post': return plainText(names.post(id));
    case 'formation': return plainText(names.formation(id));
    case 'weapon': return names.weapon(id);
    case null: return '';
  }
}
