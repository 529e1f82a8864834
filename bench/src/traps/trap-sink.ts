/** Something that receives traps at a UDP port of this machine. */
export interface TrapSink {
  readonly port: number;
  /** Processor time used so far, with that of whoever works for it, seconds. */
  cpuSeconds(): number;
  /** Traps that it has brought to where they are kept, since its start. */
  kept(): Promise<number>;
  /** Traps that the kernel dropped because it did not read them in time, since its start. */
  dropped(): Promise<number>;
  /** Traps that it refused, since its start. */
  rejected(): Promise<number>;
}
