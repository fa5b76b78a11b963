import { describe, expect, it } from 'vitest';
import {
  boundsOf, framing, glided, groundSeen, isInWindow, lookingAt, onGround, onScreen, onStep, panned, steppedZoom, windowMiddle, ZOOM_STEPS, zoomedAt, type Camera,
} from '../../src/stage/camera.ts';

const CAMERA: Camera = {
  width: 1440,
  height: 900,
  insets: { top: 56, right: 330, bottom: 0, left: 288 },
  zoom: 165,
  middle: { east: 1000, north: 2000 },
  limits: { west: -9000, east: 9000, south: -12_000, north: 9000 },
};

describe('the camera', () => {
  it('shows its middle in the middle of the free window, not of the screen', () => {
    expect(onScreen(CAMERA, 1000, 2000)).toEqual(windowMiddle(CAMERA));
    expect(windowMiddle(CAMERA)).toEqual([699, 478]);
  });

  it('turns a point of the screen into ground and back', () => {
    const place = onGround(CAMERA, [300, 120]);
    const [x, y] = onScreen(CAMERA, place.east, place.north);
    expect(x).toBeCloseTo(300);
    expect(y).toBeCloseTo(120);
    expect(onScreen(CAMERA, 1000, 3000)[1]).toBeLessThan(onScreen(CAMERA, 1000, 2000)[1]);
  });

  it('follows the hand: what was under it stays under it', () => {
    const before = onGround(CAMERA, [500, 500]);
    const after = onGround(panned(CAMERA, 40, -25), [540, 475]);
    expect(after.east).toBeCloseTo(before.east);
    expect(after.north).toBeCloseTo(before.north);
  });

  it('zooms around a point of the screen', () => {
    const held = onGround(CAMERA, [900, 300]);
    const nearer = zoomedAt(CAMERA, 250, [900, 300]);
    expect(nearer.zoom).toBe(250);
    const [x, y] = onScreen(nearer, held.east, held.north);
    expect(x).toBeCloseTo(900);
    expect(y).toBeCloseTo(300);
    expect(zoomedAt(CAMERA, 9000).zoom).toBeLessThan(9000);
  });

  it('keeps the screen on the sheet, and the sheet in the middle where it is smaller', () => {
    const corner = groundSeen(lookingAt(CAMERA, { east: 99_000, north: -99_000 }));
    expect(corner.east).toBeCloseTo(CAMERA.limits.east);
    expect(corner.south).toBeCloseTo(CAMERA.limits.south);
    const all = groundSeen(lookingAt({ ...CAMERA, zoom: 36 }, { east: 3000, north: 3000 }));
    expect(all.east - CAMERA.limits.east).toBeCloseTo(CAMERA.limits.west - all.west);
  });

  it('steps through the four zooms and stays at the ends', () => {
    expect(steppedZoom(36, 1)).toBe(82);
    expect(steppedZoom(100, 1)).toBe(165);
    expect(steppedZoom(100, -1)).toBe(82);
    expect(steppedZoom(330, 1)).toBe(330);
    expect(steppedZoom(36, -1)).toBe(36);
  });

  it('frames places inside the free window', () => {
    const places = [{ east: -400, north: 100 }, { east: 900, north: 2400 }];
    const framed = framing(CAMERA, boundsOf(places, 200), 10);
    for (const place of places) expect(isInWindow(framed, place, 10)).toBe(true);
    expect(isInWindow(framed, { east: -3000, north: 0 }, 10)).toBe(false);
  });

  it('takes the sharpest zoom when it is near', () => {
    expect(onStep({ ...CAMERA, zoom: 190 }).zoom).toBe(165);
    expect(onStep({ ...CAMERA, zoom: 250 }).zoom).toBe(250);
    for (const step of ZOOM_STEPS) expect(onStep({ ...CAMERA, zoom: step }).zoom).toBe(step);
  });

  it('knows what ground the whole screen shows', () => {
    const { west, east, south, north } = groundSeen(CAMERA);
    expect((east - west) * 0.165).toBeCloseTo(1440);
    expect((north - south) * 0.165).toBeCloseTo(900);
  });

  it('glides from one place to another and ends exactly there', () => {
    const to = { ...CAMERA, zoom: 330, middle: { east: -2000, north: 500 } };
    expect(glided(CAMERA, to, 0).middle).toEqual(CAMERA.middle);
    const end = glided(CAMERA, to, 1);
    expect(end.zoom).toBeCloseTo(330);
    expect(end.middle.east).toBeCloseTo(-2000);
    expect(glided(CAMERA, to, 0.5).zoom).toBeGreaterThan(165);
    expect(glided(CAMERA, { ...to, zoom: 165 }, 0.5).middle.east).toBeCloseTo(-500);
  });
});
