/** Figures of how sieges work: flak, airlift, recovery and air strikes. See `tunables.ts`. */
export const AIR_TUNABLES = {
} as const;
