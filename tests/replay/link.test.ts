import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Replay } from '../../src/replay/format.ts';
import { packReplay, readLink, unpackReplay, writeLink } from '../../src/replay/link.ts';
import { playedAtRandom, shipped } from '../helpers/sieges.ts';

let replay: Replay;

beforeAll(async () => {
  ({ replay } = playedAtRandom(await shipped('first-night'), 'link 3'));
});

describe('a share link', () => {
  it('says what it was made of', () => {
    const link = { scenario: 'first-night', seed: '1954', side: 'besieger', language: 'vi', replay: null } as const;
    expect(writeLink(link)).toBe('scenario=first-night&seed=1954&side=besieger&lang=vi');
    expect(readLink(`#${writeLink(link)}`)).toEqual({ link, problems: [] });
  });

  it('carries any seed through an address', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 100, unit: fc.constantFrom('a', 'Đ', 'ê', ' ', '&', '=', '#', '%', '+', '"', '<', '1', '🎌') }), (seed) => {
        fc.pre(seed.length <= 100);
        expect(readLink(`#${writeLink({ seed })}`).link.seed).toBe(seed);
        expect(new URL(`https://example.org/#${writeLink({ seed })}`).hash).toBe(`#${writeLink({ seed })}`);
      }),
    );
  });

  it('leaves out what is wrong and names it, and keeps the rest', () => {
    const { link, problems } = readLink('#scenario=../x&seed=7&side=nobody&lang=de&other=1');
    expect(link).toEqual({ scenario: null, seed: '7', side: null, language: null, replay: null });
    expect(problems.map(({ path }) => path)).toEqual(['scenario', 'side', 'lang']);
  });

  it('never throws, whatever stands in the address', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (fragment) => void readLink(fragment)));
    expect(readLink('').link.scenario).toBeNull();
    expect(readLink('#%E0%A4%A').problems).toEqual([]);
  });
});

describe('a replay in a link', () => {
  it('unpacks to the same replay, and is a fraction of its text', async () => {
    const packed = (await packReplay(replay)) ?? '';
    expect(await unpackReplay(packed)).toEqual({ ok: true, value: replay });
    expect(readLink(`#${writeLink({ replay: packed })}`).link.replay).toBe(packed);
    expect(packed.length).toBeLessThan(JSON.stringify(replay).length / 2);
  });

  it('is refused with a reason when it is damaged, cut off or no replay', async () => {
    const packed = (await packReplay(replay)) ?? '';
    for (const spoilt of [packed.slice(0, -20), `A${packed}`, 'AAAA', '', '!!!', packed.slice(50)]) {
      expect(await unpackReplay(spoilt)).toMatchObject({ ok: false, problems: [{ file: 'link' }] });
    }
  });

  it('is refused when it would swell beyond all measure', async () => {
    const bomb = (await packReplay({ ...replay, seed: 'x'.repeat(20_000_000) })) ?? '';
    expect(bomb.length).toBeLessThan(200_000);
    expect(await unpackReplay(bomb)).toMatchObject({ ok: false, problems: [{ message: 'unpacks to too much' }] });
  });
});
