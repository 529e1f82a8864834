import { finalize, of, Subject, take, timer } from 'rxjs';
import { map } from 'rxjs/operators';
import { TestScheduler } from 'rxjs/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { inMicroBatches } from './in-micro-batches.js';

describe('micro-batches', () => {
  let scheduler: TestScheduler;
  beforeEach(() => {
    scheduler = new TestScheduler((actual, expected) => expect(actual).toEqual(expected));
  });

  /** Works three frames on a batch and passes on its items in one text. */
  const slowly = (batch: readonly string[]) => timer(3, scheduler).pipe(map(() => batch.join('')));

  it('begin at once while idle', () => {
    scheduler.run(({ hot, expectObservable }) => {
      const source = hot('      -a-----b----|');
      expectObservable(source.pipe(inMicroBatches(slowly, 100))).toBe('----a-----b-|');
    });
  });

  it('gather what arrives while one is worked on', () => {
    scheduler.run(({ hot, expectObservable }) => {
      const source = hot('abc-----|');
      expectObservable(source.pipe(inMicroBatches(slowly, 100))).toBe('---a--x-|', { a: 'a', x: 'bc' });
    });
  });

  it('are closed by the item that reaches the weight', () => {
    scheduler.run(({ hot, expectObservable }) => {
      const source = hot('1(12311)|');
      const weigh = (item: string) => Number(item);
      expectObservable(source.pipe(inMicroBatches(slowly, 3, weigh))).toBe('---a--b--c--(d|)', {
        a: '1',
        b: '12',
        c: '3',
        d: '11',
      });
    });
  });

  it('hold one item that is heavier than a batch', () => {
    scheduler.run(({ hot, expectObservable }) => {
      const source = hot('(99)|');
      expectObservable(source.pipe(inMicroBatches(slowly, 3, Number))).toBe('---a--(b|)', { a: '9', b: '9' });
    });
  });

  it('are all worked on before the stream completes', () => {
    scheduler.run(({ hot, expectObservable }) => {
      const source = hot('ab(c|)');
      expectObservable(source.pipe(inMicroBatches(slowly, 100))).toBe('---a--(b|)', { a: 'a', b: 'bc' });
    });
  });

  it('complete with an empty source', () => {
    scheduler.run(({ hot, expectObservable }) => {
      expectObservable(hot<string>('---|').pipe(inMicroBatches(slowly, 100))).toBe('---|');
    });
  });

  it('end with an error of the source at once', () => {
    scheduler.run(({ hot, expectObservable, expectSubscriptions }) => {
      const source = hot('a-#');
      expectObservable(source.pipe(inMicroBatches(slowly, 100))).toBe('--#');
      expectSubscriptions(source.subscriptions).toBe('^-!');
    });
  });

  it('end with an error of the work, and leave the source', () => {
    scheduler.run(({ hot, cold, expectObservable, expectSubscriptions }) => {
      const source = hot('a-b-c');
      const work = () => cold('---#');
      expectObservable(source.pipe(inMicroBatches(work, 100))).toBe('---#');
      expectSubscriptions(source.subscriptions).toBe('^--!');
    });
  });

  it('end with what the work throws, at once or later', () => {
    scheduler.run(({ hot, expectObservable, expectSubscriptions }) => {
      const work = (batch: readonly string[]) => {
        if (batch.includes('b')) throw 'no b';
        return slowly(batch);
      };
      const atOnce = hot(' b-');
      const later = hot('  ab');
      expectObservable(atOnce.pipe(inMicroBatches(work, 100))).toBe('#', {}, 'no b');
      expectObservable(later.pipe(inMicroBatches(work, 100))).toBe('---(a#)', { a: 'a' }, 'no b');
      expectSubscriptions(later.subscriptions).toBe('^--!');
    });
  });

  it('stop where nobody listens any more', () => {
    scheduler.run(({ hot, expectObservable, expectSubscriptions }) => {
      const source = hot('abc');
      let stopped = 0;
      const work = (batch: readonly string[]) => slowly(batch).pipe(finalize(() => stopped++));
      expectObservable(source.pipe(inMicroBatches(work, 100)), '^-!').toBe('---');
      expectSubscriptions(source.subscriptions).toBe('^-!');
      scheduler.schedule(() => expect(stopped).toBe(1), 10);
    });
  });

  it('do no further work once the listener has had enough', () => {
    const source = new Subject<string>();
    const release = new Subject<void>();
    const worked: string[] = [];
    source
      .pipe(
        inMicroBatches((batch: readonly string[]) => {
          worked.push(batch.join(''));
          return release.pipe(
            take(1),
            map(() => batch.join('')),
          );
        }, 1),
        take(1),
      )
      .subscribe();
    for (const item of ['a', 'b']) source.next(item);
    release.next();
    expect(worked).toEqual(['a']);
    expect(source.observed).toBe(false);
  });

  it('pass on every result of a batch in order', () => {
    const results: number[] = [];
    of(1, 2, 3)
      .pipe(inMicroBatches((batch: readonly number[]) => batch.flatMap((n) => [n, n * 10]), 100))
      .subscribe((result) => results.push(result));
    expect(results).toEqual([1, 10, 2, 20, 3, 30]);
  });

  it('keep nothing of those that are done', () => {
    const source = new Subject<number>();
    const subscription = source
      .pipe(inMicroBatches((batch: readonly number[]) => Promise.resolve(batch.length), 100))
      .subscribe();
    const held = () => (subscription as unknown as { _finalizers: unknown[] | null })._finalizers?.length;
    source.next(1);
    const before = held();
    return (async () => {
      for (let i = 0; i < 100; i++) {
        await Promise.resolve();
        await Promise.resolve();
        source.next(i);
      }
      expect(held()).toBe(before);
      subscription.unsubscribe();
    })();
  });
});
