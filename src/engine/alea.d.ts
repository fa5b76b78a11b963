/** The one generator the engine draws from; the package ships no types for this entry. */
declare module 'seedrandom/lib/alea.js' {
  /** A seeded stream: the call gives a float in [0, 1), `int32` a signed 32-bit integer. */
  interface Alea {
    (): number;
    int32(): number;
    quick(): number;
    double(): number;
  }

  /** Starts the stream that belongs to this seed; the same seed gives the same draws in every engine. */
  function alea(seed: string): Alea;

  export default alea;
}
