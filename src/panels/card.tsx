import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './icon.tsx';

interface CardProps {
  readonly id: string;
  readonly title: string;
  /** One short fact that makes the card worth reading even when folded. */
  readonly fact?: ComponentChildren;
  readonly children: ComponentChildren;
  /** A strip of actions under the body. */
  readonly actions?: ComponentChildren;
}

/** An index card: a head that folds it, a body, and a strip of actions if it has any. */
export function Card({ id, title, fact, children, actions }: CardProps): JSX.Element {
  const open = useSignal(true);
  const body = `${id}-body`;
  return (
    <section id={id} class="card" aria-labelledby={`${id}-title`}>
      <h2>
        <button type="button" class="fold" aria-expanded={open.value} aria-controls={body} onClick={() => (open.value = !open.value)}>
          <span id={`${id}-title`}>{title}</span>
          <Icon name="chevron" size={12} />
        </button>
        {fact === undefined ? null : <span class="fact">{fact}</span>}
      </h2>
      <div id={body} class="body" hidden={!open.value}>
        {children}
      </div>
      {actions === undefined || !open.value ? null : <div class="actions">{actions}</div>}
    </section>
  );
}
