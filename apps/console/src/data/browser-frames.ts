import type { PaceSurroundings } from './paced-frames.js';

let usedAt = Number.NEGATIVE_INFINITY;
for (const kind of ['keydown', 'pointerdown', 'wheel'] as const)
  window.addEventListener(kind, () => (usedAt = performance.now()), { capture: true, passive: true });

/** This browser's own frames, and when it was last used. */
export const browserFrames: PaceSurroundings = {
  now: () => performance.now(),
  usedAt: () => usedAt,
  onFrame: (run) => requestAnimationFrame(run),
  // The first task after a frame's callbacks comes when it is drawn.
  afterFrame: (run) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = run;
    port2.postMessage(null);
  },
  later: (run, ms) => setTimeout(run, ms),
};
