import { describe, expect, it } from 'vitest';
import { textOf } from '../helpers/source.ts';
import { pieceCredits, pieceShapes } from './symbol-source.ts';

describe('the outlines of pieces', () => {
  it('are exactly those that the lists name, taken from the packages', async () => {
    await expect(pieceShapes()).toMatchFileSnapshot('../../src/stage/symbols/piece-shapes.ts');
  });

  it('are credited', () => {
    const credits = textOf('assets/credits.md');
    for (const row of pieceCredits()) expect(credits).toContain(row);
  });
});
