import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { IconButton } from './controls.tsx';

interface DialogProps {
  readonly id: string;
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

/** A dialog above everything: it takes the focus, keeps it, and gives it back. */
export function Dialog({ id, title, closeLabel, onClose, wide = false, children }: DialogProps): JSX.Element {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (dialog !== null && !dialog.open) dialog.showModal();
  }, []);
  return (
    <dialog id={id} ref={ref} class={wide ? 'dialog wide' : 'dialog'} aria-labelledby={`${id}-title`} onClose={onClose} onCancel={onClose}>
      <h2>
        <span id={`${id}-title`}>{title}</span>
        <IconButton name="close" label={closeLabel} onPress={onClose} />
      </h2>
      <div class="body">{children}</div>
    </dialog>
  );
}
