import type { JSX } from 'preact';
import { DOMAINS, type Domain } from '../engine/index.ts';
import type { PlanProps } from './plan-card.tsx';
import { say } from './text/say.ts';

/** The domains of command as switches: what is on is the staff's to order until it is taken back. */
export function LeftToStaff({ play, view, names }: PlanProps): JSX.Element {
  const left = play.leftToStaff;
  const toggle = (domain: Domain): void => play.leaveToStaff(left.includes(domain) ? left.filter((one) => one !== domain) : [...left, domain]);
  return (
    <div class="left-to-staff" role="group" aria-labelledby="left-title" title={say(names.lang, 'left.note')}>
      <span id="left-title">{say(names.lang, 'left.title')}</span>
      {DOMAINS[view.side].map((domain) => (
        <button type="button" key={domain} id={`left-${domain}`} aria-pressed={left.includes(domain)} onClick={() => toggle(domain)}>{say(names.lang, `domain.${domain}`)}</button>
      ))}
    </div>
  );
}
