import type { LiveSettings } from '../changes.ts';
declare module '../../lib/index.ts' {
  interface Snapshot {
    readonly version: 1;
    readonly epochs: number;
    readonly updates: number;
    readonly sha256: string;
  }
  interface RateSweep {
    readonly rates: Float64Array;
    readonly costs: Float64Array;
    readonly suggested: number | null;
  }
}
declare module '../../lib/trainer.ts' {
  interface Trainer {
    save(): Promise<import('../../lib/index.ts').Snapshot>;
    restore(s: import('../../lib/index.ts').Snapshot): Promise<void>;
    change(s: LiveSettings): Promise<{ updates: number }>;
    findLearningRate(
      s: Partial<import('../../lib/index.ts').DescentSettings>,
      options?: {
        from?: number;
        to?: number;
        steps?: number;
        signal?: AbortSignal;
        onProgress?: (fraction: number) => void;
      },
    ): Promise<import('../../lib/index.ts').RateSweep>;
  }
}
