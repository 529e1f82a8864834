import { VirtualTimeScheduler } from 'rxjs';
import { beforeEach, expect, it } from 'vitest';
import { type Sleeper, WakeUps } from './wake-ups.js';

let time: VirtualTimeScheduler;
let wakeUps: WakeUps;
let woken: [name: string, at: number][];
beforeEach(() => {
  time = new VirtualTimeScheduler();
  wakeUps = new WakeUps(time);
  woken = [];
});

function sleeper(name: string, then: () => void = () => undefined): Sleeper {
  const wake = () => {
    woken.push([name, time.now()]);
    then();
  };
  return { dueAt: 0, place: -1, wake };
}

it('wakes each at its instant, whoever was set first', () => {
  const moved = sleeper('moved');
  wakeUps.set(sleeper('late'), 50);
  wakeUps.set(moved, 60);
  wakeUps.set(sleeper('early'), 10);
  wakeUps.set(moved, 20);
  time.flush();
  expect(woken).toEqual([
    ['early', 10],
    ['moved', 20],
    ['late', 50],
  ]);
});

it('wakes anew who asks for it when he is woken', () => {
  const again = sleeper('again', () => {
    if (woken.length < 3) wakeUps.set(again, time.now() + 5);
  });
  wakeUps.set(again, 5);
  time.flush();
  expect(woken.map(([, at]) => at)).toEqual([5, 10, 15]);
});

it('wakes all of very many that are due at once', () => {
  for (let i = 0; i < 1000; i++) wakeUps.set(sleeper('one'), 5);
  time.flush();
  expect(woken).toHaveLength(1000);
});

it('wakes nobody who was dropped, and nobody once it is closed', () => {
  const dropped = sleeper('dropped');
  wakeUps.set(dropped, 5);
  wakeUps.set(
    sleeper('closes', () => wakeUps.close()),
    10,
  );
  wakeUps.set(sleeper('after'), 20);
  wakeUps.drop(dropped);
  time.flush();
  expect(woken.map(([name]) => name)).toEqual(['closes']);
});
