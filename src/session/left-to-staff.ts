/** What the staff orders in one's place. */
import type { Plan } from '../commanders/commander.ts';
import { domainOf, type Domain, type Order } from '../engine/index.ts';

/** The orders of a plan in the domains that are left to the staff. */
export function ordersLeftToStaff(plan: Plan, left: readonly Domain[]): readonly Order[] {
  return plan.orders.filter(({ kind }) => {
    const domain = domainOf(kind);
    return domain !== null && left.includes(domain);
  });
}
