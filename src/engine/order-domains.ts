/** Domains of command: kinds of orders that one officer of a staff sees to, so that they can be left to him. */
import type { OrderKind } from './orders.ts';
import type { SideId } from './scenario.ts';

/** A domain of command. */
export type Domain = 'guns' | 'air' | 'digging' | 'men' | 'rear';

/** The domains of each side, in the order of the panels. */
export const DOMAINS = {
  garrison: ['guns', 'air', 'men', 'rear'],
  besieger: ['guns', 'digging', 'men', 'rear'],
} as const satisfies Record<SideId, readonly Domain[]>;

/** The domain of each kind of order; the end of a siege is nobody's to decide but one's own. */
const DOMAIN_OF: Readonly<Record<OrderKind, Domain | null>> = {
  'bombard': 'guns', 'counter-battery': 'guns', 'protect': 'guns', 'move-guns': 'guns',
  'airlift': 'air', 'land': 'air', 'jump': 'air', 'strike': 'air', 'ask': 'air',
  'dig': 'digging', 'encircle': 'digging', 'trench': 'digging', 'mine': 'digging',
  'reinforce': 'men', 'counter-attack': 'men', 'give-up': 'men', 'raid': 'men', 'convoy': 'men',
  'assault': 'men', 'break-off': 'men', 'close-up': 'men', 'snipe': 'men',
  'rest': 'rear', 'porters': 'rear', 'gather': 'rear', 'ration': 'rear', 'replace': 'rear',
  'break-out': null, 'surrender': null,
};

/** The domain to which an order belongs; null for one that no staff gives in one's place. */
export function domainOf(kind: OrderKind): Domain | null {
  return DOMAIN_OF[kind];
}
