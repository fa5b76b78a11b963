/** Figures of how sieges work: ring, trench, gallery, raids and roads. See `tunables.ts`. */
export const GROUND_TUNABLES = {
} as const;
