import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { ORDER_KINDS, type OrderKind, type SideId } from '../engine/index.ts';
import { Card } from './card.tsx';
import type { Desk } from './desk.ts';
import { Icon } from './icon.tsx';
import { ORDER_ICONS, ORDER_KEYS } from './order-icon.ts';
import type { PlanProps } from './plan-card.tsx';
import { say } from './text/say.ts';

/** What is ordered most; the others stand behind "More", and have their keys all the same. */
const MOST_USED: Readonly<Record<SideId, readonly OrderKind[]>> = {
  garrison: ['protect', 'counter-battery', 'bombard', 'counter-attack', 'reinforce', 'airlift', 'gather'],
  besieger: ['assault', 'bombard', 'dig', 'encircle', 'close-up', 'move-guns', 'rest'],
};

/** The orders of one's side as buttons with their keys. */
export function OrdersCard({ desk, play, view, names }: PlanProps): JSX.Element {
  const { lang } = names;
  const open = play.live && play.verdict === null;
  const all: readonly OrderKind[] = ORDER_KINDS[view.side];
  const isWhole = useSignal(false);
  const kinds = isWhole.value ? all : all.filter((kind) => MOST_USED[view.side].includes(kind));
  return (
    <Card id="orders" title={say(lang, 'orders.title')} fact={say(lang, 'orders.note', { n: play.orders.length })}>
      {open ? null : <p class="empty">{say(lang, 'orders.closed')}</p>}
      <div class="palette">
        {open ? kinds.map((kind) => (
          <button type="button" key={kind} data-kind={kind} title={say(lang, `kind.${kind}.help`)} aria-pressed={desk.inHand.value?.kind === kind} aria-keyshortcuts={ORDER_KEYS[kind]} onClick={() => beginOrder(desk, kind)}>
            <Icon name={ORDER_ICONS[kind]} size={20} />
            <span>{say(lang, `kind.${kind}.short`)}</span>
            <kbd aria-hidden="true">{ORDER_KEYS[kind]}</kbd>
          </button>
        )) : null}
        {open ? (
          <button type="button" id="more-orders" aria-expanded={isWhole.value} onClick={() => (isWhole.value = !isWhole.value)}>
            <Icon name="menu" size={20} />
            <span>{say(lang, isWhole.value ? 'orders.fewer' : 'orders.more')}</span>
          </button>
        ) : null}
      </div>
    </Card>
  );
}

/** Opens the form of an order; what is chosen on the map fills the field it fits. */
export function beginOrder(desk: Desk, kind: OrderKind): void {
  const chosen = desk.selection.value;
  const fields: Record<string, unknown> = {};
  if (chosen?.kind === 'post') {
    fields['post'] = chosen.id;
    fields['target'] = { kind: 'post', id: chosen.id };
  }
  if (chosen?.kind === 'unit') fields['unit'] = chosen.id;
  if (chosen?.kind === 'fix') fields['fix'] = chosen.id;
  desk.inHand.value = { kind, fields, replaces: null };
  desk.tab.value = 'plan';
}
