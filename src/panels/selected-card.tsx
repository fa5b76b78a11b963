import type { JSX } from 'preact';
import type { Order } from '../engine/index.ts';
import { Card } from './card.tsx';
import { Counter } from './counter.tsx';
import type { Selection } from './desk.ts';
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
      <Card id="selected" title={say(lang, 'selected.title')} fact={say(lang, 'selected.none')}>
        <p class="empty">{say(lang, 'selected.empty')}</p>
      </Card>
    );
  }
  const orders = play.orders.filter((order) => speaksOf(order, selection));
  return (
    <Card id="selected" title={say(lang, 'selected.title')} fact={<NextHint label={say(lang, 'selected.next')} />}>
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

function NextHint({ label }: { readonly label: string }): JSX.Element {
  return <><kbd>Tab</kbd> {label}</>;
}

function MeterRow({ meter }: { readonly meter: Meter }): JSX.Element {
  return (
    <div class="meter">
      <span>{meter.label}</span>
      <Gauge part={meter.part} mark={null} low={false} width={44} tone={meter.tone} />
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
