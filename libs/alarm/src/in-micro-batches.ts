import { defer, Observable, type ObservableInput, type OperatorFunction } from 'rxjs';

/**
 * Works on what arrives batch by batch, one at a time: at once while idle; what arrives meanwhile is the next
 * batch. An idle system answers at once, a loaded one grows its batches by itself.
 *
 * @param work is given a batch, in order of arrival; its results are passed on. Its error ends the stream.
 * @param mostWeight bounds a batch: it is closed by the item that reaches it.
 * @param weigh says what an item weighs; 1 unless given.
 * @param isAlone says whether an item has to be a batch of its own; none has unless given.
 */
export function inMicroBatches<Item, Result>(
  work: (batch: readonly Item[]) => ObservableInput<Result>,
  mostWeight: number,
  weigh: (item: Item) => number = () => 1,
  isAlone: (item: Item) => boolean = () => false,
): OperatorFunction<Item, Result> {
  return (source) =>
    new Observable<Result>((subscriber) => {
      const waiting: Item[] = [];
      let working = false;
      let ended = false;

      const next = () => {
        if (subscriber.closed) return;
        if (waiting.length === 0) {
          if (ended) subscriber.complete();
          return;
        }
        working = true;
        const batch = waiting.splice(0, lengthWithin(waiting, mostWeight, weigh, isAlone));
        subscriber.add(
          // What the work throws is its error too.
          defer(() => work(batch)).subscribe({
            next: (result) => subscriber.next(result),
            error: (error) => subscriber.error(error),
            complete: () => {
              working = false;
              next();
            },
          }),
        );
      };

      subscriber.add(
        source.subscribe({
          next: (item) => {
            waiting.push(item);
            if (!working) next();
          },
          error: (error) => subscriber.error(error),
          complete: () => {
            ended = true;
            if (!working) next();
          },
        }),
      );
    });
}

function lengthWithin<Item>(
  items: readonly Item[],
  most: number,
  weigh: (item: Item) => number,
  isAlone: (item: Item) => boolean,
): number {
  let weight = 0;
  for (let i = 0; i < items.length; i++) {
    if (isAlone(items[i] as Item)) return Math.max(i, 1);
    weight += weigh(items[i] as Item);
    if (weight >= most) return i + 1;
  }
  return items.length;
}
