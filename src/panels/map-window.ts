/** The part of the map that no card covers, so that what matters is brought into it. */

/** Distances from the four edges of the page, CSS pixels. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** The free window for a page of this size; the same widths as in the styles. */
export function freeWindow(screen: 'title' | 'play' | 'watch', width: number, height: number): Insets {
  if (screen === 'title') return { top: 20, right: width > 1100 ? 560 : 20, bottom: 20, left: width > 1100 ? 420 : 20 };
  if (screen === 'watch') return watchWindow(width);
  if (width >= 1280) return { top: 64, right: 350, bottom: 96, left: 310 };
  if (width >= 1024) return { top: 60, right: 320, bottom: 96, left: 68 };
  if (width >= 640) return { top: 170, right: 12, bottom: 74, left: 380 };
  return { top: 170, right: 12, bottom: Math.min(300, height / 2), left: 12 };
}

/** Between log and curves, above the time line. */
function watchWindow(width: number): Insets {
  if (width >= 1280) return { top: 64, right: 392, bottom: 206, left: 320 };
  if (width >= 1024) return { top: 60, right: 320, bottom: 206, left: 290 };
  return { top: 124, right: 12, bottom: 226, left: 12 };
}
