import type { JSX } from 'preact';
import { along, type SideView } from '../engine/index.ts';
import { Icon } from './icon.tsx';
import type { IconId } from './icons.ts';
import type { Lang } from './text/language.ts';
import { count, inHundred, number } from './text/numbers.ts';
import { say } from './text/say.ts';

const SKY_ICONS: Readonly<Record<SideView['sky']['bases'], IconId>> = { clear: 'sun', cloud: 'cloud', rain: 'rain', storm: 'thunder' };

/** What goes on outside the valley: the sky over the air bases, and the conference. */
export function OutsideCells({ view, lang }: { readonly view: SideView; readonly lang: Lang }): JSX.Element {
  return (
    <>
      {view.air === null || view.facts.aircraft.length === 0 ? null : <BasesCell view={view} air={view.air} lang={lang} />}
      {view.facts.conference === null ? null : <ConferenceCell view={view} conference={view.facts.conference} lang={lang} />}
    </>
  );
}

/** What goes on outside the valley, in sentences: for screens whose bar has no room for it. */
export function outsideWords(view: SideView, lang: Lang): readonly string[] {
  const { air, facts } = view;
  const bases = air === null || facts.aircraft.length === 0 ? [] : [`${say(lang, 'bar.bases')}: ${say(lang, `sky.${view.sky.bases}`)}, ${fleetWords(air, lang)}`];
  return facts.conference === null ? bases : [...bases, `${facts.conference.name[lang]}: ${conferenceWords(view, facts.conference, lang)}`];
}

type Air = NonNullable<SideView['air']>;

function fleetWords(air: Air, lang: Lang): string {
  const mended = air.fleets.reduce((sum, fleet) => sum + fleet.damaged, 0);
  const lost = air.fleets.reduce((sum, fleet) => sum + fleet.lost, 0);
  return mended > 0 ? say(lang, 'bar.mended', { n: number(lang, mended) }) : say(lang, 'bar.lost', { aircraft: count(lang, 'aircraft', lost) });
}

function BasesCell({ view, air, lang }: { readonly view: SideView; readonly air: Air; readonly lang: Lang }): JSX.Element {
  return (
    <div class="cell row sky bases">
      <Icon name={SKY_ICONS[view.sky.bases]} size={22} />
      <div>
        <span class="k">{say(lang, 'bar.bases')}</span>
        <div class="s strong">{say(lang, `sky.${view.sky.bases}`)}<span class="more"> · {fleetWords(air, lang)}</span></div>
      </div>
    </div>
  );
}

interface ConferenceProps {
  readonly view: SideView;
  readonly conference: NonNullable<SideView['facts']['conference']>;
  readonly lang: Lang;
}

function conferenceWords(view: SideView, conference: ConferenceProps['conference'], lang: Lang): string {
  const days = conference.opensDay - dayOf(view);
  if (days > 0) return say(lang, 'bar.conference.in', { count: days, n: number(lang, days) });
  const chance = along(conference.ceasefire, -days);
  return chance > 0 ? say(lang, 'bar.conference.chance', { chance: inHundred(lang, chance / 10) }) : say(lang, 'bar.conference.sits');
}

function ConferenceCell({ view, conference, lang }: ConferenceProps): JSX.Element {
  const days = conference.opensDay - dayOf(view);
  return (
    <div class="cell row conference">
      <Ring part={1 - Math.max(0, days) / Math.max(1, conference.opensDay)} />
      <div>
        <span class="k">{conference.name[lang]}</span>
        <div class={days > 0 ? 's strong long' : 's strong'}>{conferenceWords(view, conference, lang)}</div>
        {days > 0 ? <div class="s strong short" aria-hidden="true">{say(lang, 'unit.days.short', { n: number(lang, days) })}</div> : null}
      </div>
    </div>
  );
}

/** Days of the siege that have begun before this one; a siege that begins by night counts its first day with it. */
function dayOf(view: SideView): number {
  return Math.floor((view.turn + (view.facts.calendar.firstPhase === 'night' ? 1 : 0)) / 2);
}

/** A ring that fills as the day comes nearer. */
function Ring({ part }: { readonly part: number }): JSX.Element {
  const round = 2 * Math.PI * 10;
  return (
    <svg class="countdown" width={26} height={26} viewBox="0 0 26 26" aria-hidden="true">
      <circle class="track" cx={13} cy={13} r={10} />
      <circle class="gone" cx={13} cy={13} r={10} stroke-dasharray={`${(part * round).toFixed(1)} ${round.toFixed(1)}`} transform="rotate(-90 13 13)" />
    </svg>
  );
}
