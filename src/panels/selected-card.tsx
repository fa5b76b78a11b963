import type { JSX } from 'preact';
import type { Order } from '../engine/index.ts';
import { Card } from './card.tsx';
import { Counter } from './counter.tsx';
import type { Desk, Selection } from './desk.ts';
import { Gauge } from './gauge.tsx';
import type { PlanProps } from './plan-card.tsx';
import { factsOf, type Meter } from './selected-facts.ts';
import { Sentence } from './sentence.tsx';
import { plainText } from './text/names.ts';
import { orderWords } from './text/order-words.ts';
import { say } from './text/say.ts';

/** The post, unit or gun that is chosen, with its orders. */
export function SelectedCard({ desk, play, view, names }: PlanProps): JSX.Element {
  const { lang } = names;
  const selection = desk.selection.value;
  const facts = selection === null ? null : factsOf(selection, view, names);
  if (selection === null || facts === null) {
    return (
      <Card id="selected" title={say(lang, 'selected.title')} fact={<Next desk={desk} label={say(lang, 'selected.next')} />}>
        <p class="empty">{say(lang, 'selected.empty')}</p>
      </Card>
    );
  }
  const orders = play.orders.filter((order) => speaksOf(order, selection));
  return (
    <Card id="selected" title={say(lang, 'selected.title')} fact={<Next desk={desk} label={say(lang, 'selected.next')} />}>
      <div class="who" aria-live="polite">
        <Counter selection={selection} view={view} size={44} />
        <div>
          <div class="unit-name">{plainText(facts.title)}{facts.other === '' ? null : <small class="other" lang={view.side === 'garrison' ? 'vi' : 'fr'}>{facts.other}</small>}</div>
          <div class="second"><Sentence desk={desk} text={facts.second} links /></div>
          <div class="tags">{facts.tags.map((tag) => <span class="tag" key={tag}>{tag}</span>)}</div>
        </div>
      </div>
      {facts.estimate === '' ? null : <p class="estimate">{facts.estimate}</p>}
      <div class="meters">{facts.meters.map((meter) => <MeterRow key={meter.label} meter={meter} />)}</div>
      {orders.map((order, index) => {
        const words = orderWords(order, names, view);
        return <p key={index} class="order-note"><b>{plainText(words.title)}</b> · {plainText(words.detail)}</p>;
      })}
    </Card>
  );
}

function Next({ desk, label }: { readonly desk: Desk; readonly label: string }): JSX.Element {
  return <button type="button" class="next" aria-keyshortcuts="U" onClick={() => chooseNext(desk)}><kbd aria-hidden="true">U</kbd> {label}</button>;
}

/** Chooses the next unit of one's own that can still be sent somewhere. */
export function chooseNext(desk: Desk): void {
  const { value: view } = desk.view;
  const ordered = new Set(desk.play.value?.orders.flatMap((order) => Object.values(order).flat() as unknown[]));
  const free = view?.units.filter((unit) => unit.men > 0 && (unit.duty === 'waiting' || unit.duty === 'resting') && !ordered.has(unit.id)) ?? [];
  const here = free.findIndex((unit) => unit.id === desk.selection.value?.id);
  const next = free[(here + 1) % Math.max(1, free.length)];
  if (next !== undefined) desk.selection.value = { kind: 'unit', id: next.id };
}

function MeterRow({ meter }: { readonly meter: Meter }): JSX.Element {
  return (
    <div class="meter">
      <span>{meter.label}</span>
      <Gauge part={meter.part} mark={null} low={false} width={36} tone={meter.tone} />
      <b>{meter.shown}</b>
    </div>
  );
}

function speaksOf(order: Order, { id }: Selection): boolean {
  return Object.values(order).some((value: unknown) => {
    if (value === id) return true;
    if (Array.isArray(value)) return value.includes(id);
    return typeof value === 'object' && value !== null && (value as { readonly id?: unknown }).id === id;
  });
}
