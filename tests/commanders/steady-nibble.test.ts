import { beforeAll, describe, expect, it } from 'vitest';
import { STEADY } from '../../src/commanders/doctrine.ts';
import { PULSES } from '../../src/engine/index.ts';
import { plannerFor } from '../helpers/plans.ts';
import type { Ground, Planner } from '../helpers/plans.ts';
import { shipped } from '../helpers/sieges.ts';

const NIGHT = 41;
const DAY = 40;
const POST = 'dominique-3';

let ring: Planner['besieger'];
beforeAll(async () => {
  ring = plannerFor((await shipped('dien-bien-phu')).scenario).besieger;
});

/** The outworks have fallen; nothing else is near. */
function bare(ground: Ground): void {
  ground.take('beatrice', 'gabrielle', 'anne-marie');
  ground.stock('besieger', 20_000);
}

describe('a post that is cut off', () => {
  const worn = (turns: number, metres: number, stormedAgo = -1): string[] => ring(NIGHT, (ground) => {
    bare(ground);
    ground.trench(POST, metres);
    const stormedAt = stormedAgo < 0 ? -1 : ground.clock - stormedAgo * PULSES;
    Object.assign(ground.at.post(POST), { cutOffSince: ground.clock - turns * PULSES, stormedAt });
  }).why('storm-nibble').map(({ ids }) => ids['post'] ?? '');

  it('is stormed alone when it has been so for long and the trench is under its wire', () => {
    expect(worn(STEADY.nibbleTurns, STEADY.nibbleMetres)).toEqual([POST]);
    expect(worn(STEADY.nibbleTurns - 1, STEADY.nibbleMetres)).toEqual([]);
    expect(worn(STEADY.nibbleTurns, STEADY.nibbleMetres + 1)).toEqual([]);
  });

  it('is left alone for some turns after an assault', () => {
    expect(worn(STEADY.nibbleTurns + 10, 0, STEADY.nibbleRestTurns - 1)).toEqual([]);
    expect(worn(STEADY.nibbleTurns + 10, 0, STEADY.nibbleRestTurns)).toEqual([POST]);
  });

  it('waits for shells', () => {
    const { why } = ring(NIGHT, (ground) => {
      bare(ground);
      ground.trench(POST, 0);
      ground.at.post(POST).cutOffSince = 0;
      ground.stock('besieger', 10);
    });
    expect(why('storm-nibble')).toEqual([]);
  });
});

describe('pursuit by daylight', () => {
  const pressed = (arrange: (ground: Ground) => void): string[] => ring(DAY, (ground) => {
    bare(ground);
    arrange(ground);
  }).of('assault').map(({ post }) => post);

  it('goes on where men are lodged, and only there', () => {
    const lodged = (lodgement: number): string[] => pressed((ground) => {
      ground.trench(POST, 0);
      ground.trench('dominique-2', 0);
      Object.assign(ground.at.post(POST), { holder: 'contested', lodgement });
    });
    expect(lodged(STEADY.pursueLodged)).toEqual([POST]);
    expect(lodged(STEADY.pursueLodged - 1)).toEqual([]);
  });

  /** Two hills fell last night; the rest of the camp is believed to hold so many men a post. */
  const falling = (men: number, metres: number): string[] => pressed((ground) => {
    for (const id of ['eliane-1', 'dominique-1']) Object.assign(ground.at.post(id), { holder: 'besieger', heldSince: ground.clock - PULSES });
    for (const { id } of ground.state.posts) ground.believe(id, { men });
    ground.trench(POST, metres);
  });

  it('takes the next posts while the camp comes apart', () => {
    expect(falling(10, STEADY.pursueMetres)).toEqual([POST]);
    expect(falling(10, STEADY.pursueMetres + 1)).toEqual([]);
  });

  it('is not for a camp that is still strong', () => {
    expect(falling(STEADY.pursueMen, 0)).toEqual([]);
  });

  it('asks only regiments that have the will for it', () => {
    const willing = (will: number): string[] => pressed((ground) => {
      for (const formation of ground.state.formations) if (formation.will > 0) formation.will = will;
      ground.trench(POST, 0);
      Object.assign(ground.at.post(POST), { holder: 'contested', lodgement: STEADY.pursueLodged });
    });
    expect(willing(STEADY.pursueWill)).toEqual([POST]);
    expect(willing(STEADY.pursueWill - 1)).toEqual([]);
  });
});
