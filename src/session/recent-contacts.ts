/** Which of the men of the other side that were once seen are still worth showing. */
import type { ContactView, SideView } from '../engine/index.ts';

/** Turns after which nobody would look for men where they were last seen. */
const RECENT_TURNS = 8;

/** Men of the other side seen of late, in the order of the view: for the map and for the map in words alike. */
export function recentContacts({ contacts, turn }: Pick<SideView, 'contacts' | 'turn'>): readonly ContactView[] {
  return contacts.filter((contact) => turn - 1 - contact.turn <= RECENT_TURNS);
}
