import type { JSX } from 'preact';
import type { CampView } from '../engine/index.ts';
import { SignedBar } from './gauge.tsx';
import type { Names } from './text/names.ts';
import { inHundred, number } from './text/numbers.ts';
import { say } from './text/say.ts';

/** Chance of collapse in a turn, permille, at which the dial's needle lies at its end. */
const FULL_DIAL = 200;
/** Where the dial's bands end: safe, worn, in danger. */
const BANDS = [20, 80] as const;

/**
 * How near a camp is to laying down its arms: a dial in three bands, the chance in words, and what goes into it. One
 * of many that is in no danger has a line.
 */
export function CollapseDial({ camp, names, isOneOfMany }: { readonly camp: CampView; readonly names: Names; readonly isOneOfMany: boolean }): JSX.Element {
  const { lang } = names;
  const most = Math.max(1, ...camp.collapseCauses.map(({ points }) => points));
  const causes = camp.collapse > 0 ? camp.collapseCauses.filter(({ points }) => points > 0).toSorted((a, b) => b.points - a.points) : [];
  if (camp.collapse === 0 && isOneOfMany) return <p class="collapse-line"><b>{inHundred(lang, 0)}</b> {say(lang, 'collapse.title', { camp: names.camp(camp.id) })}</p>;
  return (
    <div class="collapse">
      <Dial part={Math.min(1, camp.collapse / FULL_DIAL)} />
      <div>
        <b>{inHundred(lang, camp.collapse / 10)}</b>
        <p>{say(lang, 'collapse.title', { camp: names.camp(camp.id) })}</p>
      </div>
      {causes.length === 0 ? null : (
        <ul class="causes">
          {causes.map(({ cause, points }) => (
            <li key={cause}><span>{say(lang, `collapse.${cause}`)}</span><SignedBar points={-points} most={most} /><b class="low">{number(lang, points)}</b></li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Dial({ part }: { readonly part: number }): JSX.Element {
  const [safe, worn] = BANDS.map((end) => end / FULL_DIAL) as [number, number];
  const [x, y] = onDial(part, 26);
  return (
    <svg class="dial" width={84} height={48} viewBox="0 0 84 48" aria-hidden="true">
      <path class="well" d={arc(0, safe)} />
      <path class="worn" d={arc(safe, worn)} />
      <path class="low" d={arc(worn, 1)} />
      <path class="needle" d={`M42 42L${x} ${y}`} />
      <circle class="pin" cx={42} cy={42} r={4} />
    </svg>
  );
}

function arc(from: number, to: number): string {
  return `M${onDial(from, 34).join(' ')}A34 34 0 0 1 ${onDial(to, 34).join(' ')}`;
}

/** A point on the half circle about the pin: nought at the left, one at the right. */
function onDial(part: number, radius: number): readonly [string, string] {
  const angle = Math.PI * (1 - part);
  return [(42 + radius * Math.cos(angle)).toFixed(1), (42 - radius * Math.sin(angle)).toFixed(1)];
}
