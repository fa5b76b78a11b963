/** The generator that the engine's own is held against; the package ships no types for this entry. */
declare module 'seedrandom/lib/alea.js' {
  /** A seeded stream: the call gives a float in [0, 1), `int32` a signed 32-bit integer. */
  interface Alea {
    (): number;
    int32(): number;
    quick(): number;
    double(): number;
  }

  /** What the next number is worked out from: a carry, and three parts of one in units of two to the minus thirty-two. */
  interface State {
    readonly c: number;
    readonly s0: number;
    readonly s1: number;
    readonly s2: number;
  }

  /** Starts the stream that belongs to this seed, or goes on from a state; the same gives the same draws in every engine. */
  function alea(seed: string, options?: { readonly state: State }): Alea;

  export default alea;
}
