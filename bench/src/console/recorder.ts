import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { MainThread, ThreadCosts } from './main-thread.js';
import { TRACED, type TracedTasks, tasksOf } from './tasks-of.js';

/** Looks at what a page costs while something goes on. */
export class Recorder {
  readonly #browser: Browser;
  readonly #page: Page;
  readonly #thread: MainThread;
  readonly #folder: string | undefined;

  /** @param folder where traces and profiles are kept for the developer tools; they are not without one. */
  constructor(browser: Browser, page: Page, thread: MainThread, folder: string | undefined) {
    this.#browser = browser;
    this.#page = page;
    this.#thread = thread;
    this.#folder = folder;
    if (folder !== undefined) mkdirSync(folder, { recursive: true });
  }

  /** Costs of the main thread, and its tasks out of a trace. */
  async traced(name: string, act: () => Promise<unknown>): Promise<ThreadCosts & TracedTasks> {
    await this.#browser.startTracing(this.#page, { categories: TRACED });
    const costs = await this.#thread.during(act);
    const trace = await this.#browser.stopTracing();
    this.#keep(`${name}.trace.json`, trace);
    return { ...costs, ...tasksOf(trace) };
  }

  /** Profiles something, where profiles are kept; else it just goes on. */
  async profiled(name: string, act: () => Promise<unknown>): Promise<void> {
    if (this.#folder === undefined) await act();
    else this.#keep(`${name}.cpuprofile`, JSON.stringify(await this.#thread.profileOf(act)));
  }

  #keep(file: string, content: Buffer | string): void {
    if (this.#folder !== undefined) writeFileSync(join(this.#folder, file), content);
  }
}
