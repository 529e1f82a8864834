/** What a program beside the benchmark can be asked to do. */
export type Tasks = Readonly<Record<string, (...args: number[]) => unknown>>;

/** Tells the benchmark that this program is ready, then does what it is asked for, one request after the other. */
export function answerTo(tasks: Tasks, ready: unknown): void {
  process.on('message', ([name, args]: [string, number[]]) => {
    const task = tasks[name];
    if (task === undefined) throw new Error(`this program cannot ${name}`);
    // What goes wrong ends the process, and so the benchmark hears of it.
    void Promise.resolve(task(...args)).then((answer) => process.send?.({ answer: answer ?? null }));
  });
  // It is of no use without its benchmark.
  process.on('disconnect', () => process.exit());
  process.send?.({ answer: ready });
}
