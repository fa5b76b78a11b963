/** Figures of how sieges work: rations, health, desertion, will, higher command and the end of a camp. See `tunables.ts`. */
export const MEN_TUNABLES = {
} as const;
