/** How long and how thoroughly. */
export interface Effort {
  rounds: number;
  /** Of one slice. */
  milliseconds: number;
  /** Generated code for 5,000 measures is not what it can be before some three seconds. */
  warmSeconds: number;
  /** A peer is left out where building it and ten companies take longer. */
  patienceSeconds: number;
}
