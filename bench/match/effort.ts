/** How long and how thoroughly. */
export interface Effort {
  rounds: number;
  /** Of one slice. */
  milliseconds: number;
  /** Before anything is timed; straight-line code gets three times as long. */
  warmSeconds: number;
  /** A peer is left out where building it and ten companies take longer. */
  patienceSeconds: number;
}
