import { beforeAll, describe, expect, it } from 'vitest';
import { isFit, SEQUENCE_OF_PLAY } from '../../src/engine/index.ts';
import type { Order, RuleName, Scenario, SideView, Tallies } from '../../src/engine/index.ts';
import type { LoadedScenario } from '../../src/scenario/parse.ts';
import { fallDay } from '../helpers/chains.ts';
import { hoursHeld, nightOf, paired, seeds, type Change } from '../helpers/nights.ts';
import { shipped } from '../helpers/sieges.ts';

/** Seeds of the whole campaign; nights are short and take twenty. */
const CAMPAIGNS = Number(process.env['VONG_VAY_SEEDS'] ?? 3);
const NIGHTS = 20;

let firstNight: LoadedScenario;
let campaign: LoadedScenario;

beforeAll(async () => {
  firstNight = await shipped('first-night');
  campaign = await shipped('dien-bien-phu');
});

interface Effect {
  readonly siege: 'night' | 'campaign';
  readonly tally: string;
  readonly read: (tallies: Tallies) => number;
  /** The way the tally goes when the rule is left out. */
  readonly goes: 'up' | 'down';
  /** What it takes for the rule to be met, where an ordinary siege need not meet it. */
  readonly arranged?: { readonly scenario?: (scenario: Scenario) => Scenario; readonly change?: Change };
}

const hours: Effect['read'] = (tallies) => hoursHeld(firstNight, tallies);
const falls: Effect['read'] = (tallies) => fallDay(campaign.scenario, tallies);
const spent = (rounds: Readonly<Record<string, number>>): number => Object.values(rounds).reduce((sum, count) => sum + count, 0);

/** The talks open in the second week, and end the war within days. */
function earlyTalks(scenario: Scenario): Scenario {
  return { ...scenario, conference: scenario.conference === null ? null : { ...scenario.conference, opensDay: 10, ceasefire: [[0, 1000]] } };
}

/** Turn of the night in which the camp is told to break out, and of those in which it raids. */
const NIGHT = 21;

function breakOutOnce(view: SideView): Order[] {
  return view.turn === NIGHT ? [{ kind: 'break-out', camp: view.facts.camps[0]?.id ?? '' }] : [];
}

/** For some nights a company of each post goes out at a trench head before it. */
function raidEveryHead(view: SideView): Order[] {
  if (!view.night || Math.abs(view.turn - NIGHT) > 6) return [];
  return view.approaches.flatMap((approach): Order[] => {
    const unit = view.units.find((one) => isFit(one) && one.post === approach.post);
    return unit === undefined || approach.dugMetres <= 0 ? [] : [{ kind: 'raid', unit: unit.id, approach: approach.id, from: 2 }];
  });
}

/** What each rule does, told by what happens without it. */
const EFFECTS: Readonly<Record<RuleName, Effect>> = {
  weather: { siege: 'night', tally: 'besiegerWounded', read: ({ besiegerWounded }) => besiegerWounded, goes: 'up' },
  command: { siege: 'night', tally: 'ordersDelayed', read: ({ ordersDelayed }) => ordersDelayed, goes: 'down' },
  supply: { siege: 'night', tally: 'besiegerKilled', read: ({ besiegerKilled }) => besiegerKilled, goes: 'down' },
  // Reserves that never come up cannot fall; how long the hills hold tells less clearly, over so few nights.
  march: { siege: 'night', tally: 'garrisonKilled', read: ({ garrisonKilled }) => garrisonKilled, goes: 'down' },
  artillery: { siege: 'night', tally: 'hours held', read: hours, goes: 'up' },
  'counter-battery': { siege: 'night', tally: "garrison's 105 mm tubes at the end", read: ({ garrisonGuns }) => garrisonGuns['t105'] ?? 0, goes: 'up' },
  observation: { siege: 'night', tally: "rounds of the garrison's 155s, which answer located guns", read: ({ rounds }) => rounds.garrison['t155'] ?? 0, goes: 'down' },
  'command-loss': { siege: 'night', tally: 'hours held', read: hours, goes: 'up' },
  assault: { siege: 'night', tally: 'garrisonCaptured', read: ({ garrisonCaptured }) => garrisonCaptured, goes: 'down' },
  morale: { siege: 'night', tally: 'hours held', read: hours, goes: 'up' },
  surrender: { siege: 'campaign', tally: 'postsSurrendered', read: ({ postsSurrendered }) => postsSurrendered, goes: 'down' },
  digging: { siege: 'campaign', tally: 'trenchMetres', read: ({ trenchMetres }) => trenchMetres, goes: 'down' },
  roads: { siege: 'campaign', tally: 'rounds of the besieger', read: ({ rounds }) => spent(rounds.besieger), goes: 'down' },
  ring: { siege: 'campaign', tally: 'usable drop zone on day 10', read: ({ onDay }) => onDay[10]?.zoneHectares ?? 0, goes: 'down' },
  airlift: { siege: 'campaign', tally: 'tonnesDropped', read: ({ tonnesDropped }) => tonnesDropped, goes: 'down' },
  flak: { siege: 'campaign', tally: 'aircraftLostOrTurnedBack', read: ({ aircraftLostOrTurnedBack }) => aircraftLostOrTurnedBack, goes: 'down' },
  'air-strikes': { siege: 'campaign', tally: 'casualties of the besieger by air strikes', read: ({ casualties }) => casualties.besieger['air-strike'], goes: 'down' },
  gallery: { siege: 'campaign', tally: 'galleries begun', read: ({ galleryBegunDay }) => (galleryBegunDay === null ? 0 : 1), goes: 'down' },
  raids: {
    siege: 'campaign', tally: 'casualties of the garrison in raids', read: ({ casualties }) => casualties.garrison.raid, goes: 'down',
    arranged: { change: { also: { side: 'garrison', orders: raidEveryHead } } },
  },
  sniping: { siege: 'campaign', tally: 'casualties of the garrison by marksmen', read: ({ casualties }) => casualties.garrison.sniping, goes: 'down' },
  recovery: { siege: 'campaign', tally: 'capturedShells', read: ({ capturedShells }) => capturedShells, goes: 'down' },
  rations: { siege: 'campaign', tally: 'kilos of food on day 10', read: ({ onDay }) => onDay[10]?.foodKilos ?? 0, goes: 'up' },
  health: { siege: 'campaign', tally: 'died of wounds', read: ({ casualties }) => casualties.garrison.wounds, goes: 'down' },
  desertion: { siege: 'campaign', tally: 'garrisonDeserters', read: ({ garrisonDeserters }) => garrisonDeserters, goes: 'down' },
  will: { siege: 'campaign', tally: 'will of the regiments on day 20', read: ({ onDay }) => onDay[20]?.besiegerWill ?? 0, goes: 'down' },
  'high-command': { siege: 'campaign', tally: 'men of whole battalions who jumped', read: ({ reinforcementsDropped }) => reinforcementsDropped, goes: 'down' },
  collapse: { siege: 'campaign', tally: 'day of the fall', read: falls, goes: 'up' },
  'break-out': {
    siege: 'campaign', tally: 'garrisonEscaped', read: ({ garrisonEscaped }) => garrisonEscaped, goes: 'down',
    arranged: { change: { also: { side: 'garrison', orders: breakOutOnce } } },
  },
  geneva: { siege: 'campaign', tally: 'cease-fire', read: ({ verdict }) => (verdict?.cause === 'cease-fire' ? 1 : 0), goes: 'down', arranged: { scenario: earlyTalks } },
};

/** Tallies of ordinary sieges, by siege, played once. */
const ordinary: Partial<Record<Effect['siege'], Tallies[]>> = {};

function wholeOf(effect: Effect): Tallies[] {
  return effect.arranged === undefined ? (ordinary[effect.siege] ??= playAll(effect, {})) : playAll(effect, {});
}

function playAll({ siege, arranged }: Effect, change: Change): Tallies[] {
  const loaded = siege === 'night' ? firstNight : campaign;
  const scenario = arranged?.scenario?.(loaded.scenario) ?? loaded.scenario;
  return seeds(siege === 'night' ? NIGHTS : CAMPAIGNS).map((seed) => nightOf({ scenario }, seed, { ...arranged?.change, ...change }));
}

describe(`with one rule left out, over ${String(NIGHTS)} paired nights or ${String(CAMPAIGNS)} paired campaigns`, () => {
  const rules = [...new Set(SEQUENCE_OF_PLAY.map(({ rule }) => rule))];

  it('there is a rule for every name', () => {
    expect(rules.sort()).toEqual(Object.keys(EFFECTS).sort());
  });

  it.each(rules.map((rule) => ({ rule, ...EFFECTS[rule] })))('$rule: $tally goes $goes', { timeout: 1_800_000 }, ({ rule, ...effect }) => {
    const { mean, moved } = paired(wholeOf(effect).map(effect.read), playAll(effect, { without: rule }).map(effect.read));
    expect(moved).toBeGreaterThan(0);
    expect(Math.sign(mean)).toBe(effect.goes === 'up' ? 1 : -1);
  });
});
