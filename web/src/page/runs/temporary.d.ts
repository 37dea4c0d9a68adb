import type { LiveSettings } from '../changes.ts';
declare module '../../lib/index.ts' {
  interface Snapshot {
    readonly version: 1;
    readonly epochs: number;
    readonly updates: number;
    readonly sha256: string;
  }
}
declare module '../../lib/trainer.ts' {
  interface Trainer {
    save(): Promise<import('../../lib/index.ts').Snapshot>;
    restore(s: import('../../lib/index.ts').Snapshot): Promise<void>;
    change(s: LiveSettings): Promise<{ updates: number }>;
  }
}
