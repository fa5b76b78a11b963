/** The drafts of a game: one for each line, turn and side, so that scrubbing away and back loses nothing. */
import type { Order, SideId } from '../engine/index.ts';
import { changed, draftOf, redone, undone, type Draft } from './orders-draft.ts';
import { currentLine, type Timeline } from './timeline.ts';

/** Where a draft belongs. */
export interface Page {
  readonly timeline: Timeline;
  readonly side: SideId;
}

/** Drafts by page; a page without one shows the orders that were given there, or those that it opens with. */
export class DraftBook {
  readonly #drafts = new Map<string, Draft>();
  readonly #opening: () => readonly Order[];

  /** `opening` answers what stands on a page that was neither written on nor played. */
  constructor(opening: () => readonly Order[]) {
    this.#opening = opening;
  }

  at(page: Page): Draft {
    return this.#drafts.get(keyOf(page)) ?? draftOf(given(page) ?? this.#opening());
  }

  /** True once somebody has written on the page. */
  isWritten(page: Page): boolean {
    return this.#drafts.has(keyOf(page));
  }

  write(page: Page, orders: readonly Order[]): void {
    this.#drafts.set(keyOf(page), changed(this.at(page), [...orders]));
  }

  undo(page: Page): void {
    this.#drafts.set(keyOf(page), undone(this.at(page)));
  }

  redo(page: Page): void {
    this.#drafts.set(keyOf(page), redone(this.at(page)));
  }
}

function keyOf({ timeline, side }: Page): string {
  return `${String(timeline.line)}|${String(timeline.at)}|${side}`;
}

function given({ timeline, side }: Page): readonly Order[] | null {
  return currentLine(timeline).turns[timeline.at]?.orders[side] ?? null;
}
