import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Scheduler } from '../../../server/src/lsp/scheduler';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A scheduler whose batches are written down and take `cost` ms. */
function recording(cost = 0) {
  const batches: string[][] = [];
  const aborted: boolean[] = [];
  const scheduler = new Scheduler({
    run: async (batch, signal) => {
      batches.push([...batch]);
      await new Promise((resolve) => setTimeout(resolve, cost));
      aborted.push(signal.aborted);
    },
    onProgress: () => {},
  });
  return { scheduler, batches, aborted };
}

describe('Scheduler', () => {
  it('runs a document once for many edits, after a pause', async () => {
    const { scheduler, batches } = recording();
    for (let i = 0; i < 5; i++) {
      scheduler.scheduleAfterPause('a');
      await vi.advanceTimersByTimeAsync(30);
    }
    expect(batches).toEqual([]);
    await vi.advanceTimersByTimeAsync(60);
    expect(batches).toEqual([['a']]);
    expect(scheduler.isIdle).toBe(true);
  });

  it.each([
    { cost: 0, pause: 50 },
    { cost: 30, pause: 120 },
    { cost: 600, pause: 400 },
  ])('pauses $pause ms after rounds of $cost ms', async ({ cost, pause }) => {
    const { scheduler, batches } = recording(cost);
    for (let round = 0; round < 10; round++) {
      scheduler.schedule('a');
      await vi.advanceTimersByTimeAsync(cost);
    }
    scheduler.scheduleAfterPause('a');
    await vi.advanceTimersByTimeAsync(pause - 3);
    expect(batches).toHaveLength(10);
    await vi.advanceTimersByTimeAsync(6);
    expect(batches).toHaveLength(11);
  });

  it('lets edited documents go before files, and takes them out of the files', async () => {
    const { scheduler, batches } = recording(10);
    scheduler.schedule('a');
    scheduler.scheduleInBackground(['1', '2', '3', '4', '5', '6']);
    scheduler.schedule('6');
    await vi.advanceTimersByTimeAsync(100);
    expect(batches).toEqual([['a'], ['6'], ['1', '2', '3', '4'], ['5']]);
    expect(scheduler.progress).toEqual({ done: 6, total: 6 });
  });

  it('interrupts a batch of files for an edit that is due, and runs it again', async () => {
    const { scheduler, batches, aborted } = recording(100);
    scheduler.scheduleInBackground(['1', '2', '3', '4', '5']);
    await vi.advanceTimersByTimeAsync(10);
    scheduler.schedule('2');
    expect(scheduler.isPending('1')).toBe(true);
    await vi.advanceTimersByTimeAsync(400);
    expect(batches).toEqual([['1', '2', '3', '4'], ['2'], ['1', '3', '4', '5']]);
    expect(aborted).toEqual([true, false, false]);
    expect(scheduler.progress).toEqual({ done: 5, total: 5 });
  });

  it('lets a batch of files run while the pause in typing lasts', async () => {
    const { scheduler, aborted } = recording(40);
    scheduler.scheduleInBackground(['1']);
    scheduler.scheduleAfterPause('a');
    await vi.advanceTimersByTimeAsync(1000);
    expect(aborted).toEqual([false, false]);
  });

  it('halves batches that are interrupted', async () => {
    const { scheduler, batches } = recording(10);
    scheduler.scheduleInBackground(Array.from({ length: 60 }, (_, i) => String(i)));
    await vi.advanceTimersByTimeAsync(25);
    scheduler.schedule('a');
    await vi.advanceTimersByTimeAsync(30);
    expect(batches.slice(0, 5).map(({ length }) => length)).toEqual([4, 8, 16, 1, 8]);
  });

  it('makes batches larger while they are quick', async () => {
    const { scheduler, batches } = recording(1);
    scheduler.scheduleInBackground(Array.from({ length: 60 }, (_, i) => String(i)));
    await vi.advanceTimersByTimeAsync(100);
    expect(batches.map(({ length }) => length)).toEqual([4, 8, 16, 32]);
  });

  it('runs one batch at a time, and a document again when it changed meanwhile', async () => {
    const { scheduler, batches } = recording(50);
    scheduler.schedule('a');
    scheduler.schedule('a');
    scheduler.schedule('b');
    await vi.advanceTimersByTimeAsync(50);
    expect(batches).toEqual([['a'], ['a', 'b']]);
  });

  it('tells when a document is settled', async () => {
    const { scheduler } = recording(50);
    scheduler.scheduleAfterPause('a');
    let isSettled = false;
    void scheduler.settled('a').then(() => {
      isSettled = true;
    });
    await vi.advanceTimersByTimeAsync(90);
    expect(isSettled).toBe(false);
    await vi.advanceTimersByTimeAsync(20);
    expect(isSettled).toBe(true);
    await scheduler.settled('unknown');
  });

  it('aborts and forgets the background on request, not the edits', async () => {
    const { scheduler, batches, aborted } = recording(50);
    scheduler.scheduleInBackground(['1', '2', '3', '4', '5']);
    scheduler.schedule('a');
    scheduler.cancelBackground();
    await vi.advanceTimersByTimeAsync(200);
    expect(batches).toEqual([['1', '2', '3', '4'], ['a']]);
    expect(aborted).toEqual([true, false]);
  });

  it('lets all waiters go when it is disposed of, and runs nothing more', async () => {
    const { scheduler, batches } = recording();
    scheduler.scheduleAfterPause('a');
    const waiting = Promise.all([scheduler.settled('a'), scheduler.idle()]);
    scheduler.dispose();
    await waiting;
    await vi.advanceTimersByTimeAsync(1000);
    expect(batches).toEqual([]);
  });
});
