import { describe, expect, it } from 'vitest';
import { exaggeration, lightOn, shade, tint, toNight } from '../../src/stage/ground/ground-colours.ts';

describe('the colours of the paper', () => {
  it('gives the floor, the hills and the walls their tints and runs straight between them', () => {
    expect(tint(0)).toEqual([235, 230, 200]);
    expect(tint(45)).toEqual([220, 195, 143]);
    expect(tint(4)).toEqual([235, 227, 193.5]);
  });

  it('holds the first and last tint beyond the stops', () => {
    expect(tint(-90)).toEqual([231, 228, 198]);
    expect(tint(1800)).toEqual([185, 180, 162]);
  });

  it('leaves level ground as it is', () => {
    expect(lightOn(0, 0, 10)).toBeCloseTo(1, 10);
    expect(shade(1)).toBe(0);
  });

  it('lights slopes that face north-west and shades those that face south-east', () => {
    const rise = 0.2;
    expect(lightOn(rise, -rise, 30)).toBeGreaterThan(1.05);
    expect(lightOn(-rise, rise, 30)).toBeLessThan(0.9);
    expect(shade(1.2)).toBeCloseTo(Math.min(0.75, 1.9 * (1.2 ** 1.12 - 1)), 6);
    expect(shade(0.5)).toBeCloseTo(-0.92 * (1 - 0.5 ** 1.12), 6);
  });

  it('exaggerates low hills more than high walls', () => {
    expect(exaggeration(34)).toBe(2.6);
    expect(exaggeration(500)).toBeCloseTo(1.25, 10);
    expect(lightOn(-0.1, 0.1, 34)).toBeLessThan(lightOn(-0.1, 0.1, 500));
  });

  it('keeps a little of the day in the night and makes it dark and blue', () => {
    const pixels = Uint8ClampedArray.of(235, 230, 200, 255, 70, 72, 84, 255);
    toNight(pixels);
    const [red = 0, green = 0, blue = 0, alpha, dark = 0] = pixels;
    expect(blue).toBeGreaterThan(green);
    expect(green).toBeGreaterThan(red);
    expect(red).toBeLessThan(130);
    expect(dark).toBeLessThan(red / 3);
    expect(alpha).toBe(255);
  });
});
