/** The book of a side: every man, round and kilo that it lost, got or spent. */
import type { LossCause } from './state.ts';
import type { AirBook } from './state-siege.ts';

/** What one side has lost, got and spent since the siege began. */
export interface Ledger {
  /** Died of wounds and sickness included. */
  killed: number;
  wounded: number;
  captured: number;
  /** Left the line, wherever they are now. */
  deserted: number;
  /** Of those, gone over to the other side. */
  goneOver: number;
  /** Flown out wounded. */
  evacuated: number;
  /** Got away to friends outside the map. */
  escaped: number;
  /** Came onto the map since the start: jumped, landed, marched in or were recruited. */
  arrived: number;
  /** Of those, jumped over a camp. */
  jumped: number;
  labourersLost: number;
  /** Labourers of camps that fell: they were no soldiers, and went free. */
  labourersFreed: number;
  /** Casualties (killed and wounded) by cause. */
  byCause: Record<LossCause, number>;
  /** Rounds fired, by weapon. */
  fired: number[];
  /** Rounds lost with guns and dumps that fell, by weapon. */
  lostRounds: number[];
  /** Rounds that came into dumps from outside (by air or road), by weapon. */
  broughtRounds: number[];
  /** Rounds gathered from the other side's loads and brought to dumps, by weapon. */
  capturedRounds: number[];
  /** Tubes ended for good, by weapon. */
  tubesLost: number[];
  trenchMetres: number;
  /** The garrison's freight; the besieger's stays nought. */
  air: AirBook;
}
