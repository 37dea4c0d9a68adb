// SPDX-License-Identifier: MIT
// The protocol's types tie both sides together: what must not compile does not. `tsc` checks this
// file, and says so where a line that is expected to fail does not.
import { expect, expectTypeOf, test } from 'vitest';
import type { Client } from '../../web/src/lib/client.ts';
import type {
  Answer,
  Ask,
  EventOf,
  Handler,
  Handlers,
  Listeners,
  Request,
  RequestKind,
  Tell,
} from '../../web/src/lib/protocol.ts';
import type { Backend, DataInfo, Epoch, StepResult, TrainEnd } from '../../web/src/lib/results.ts';
import type { DescentSettings } from '../../web/src/lib/settings.ts';

declare const all: Handlers;
declare const client: Client;
declare const settings: DescentSettings;
declare const backend: Backend;

test('the answer is that of the request', () => {
  expectTypeOf<Answer<'step'>>().toEqualTypeOf<StepResult>();
  expectTypeOf<Answer<'predict'>>().toEqualTypeOf<Float32Array>();
  expectTypeOf<Ask<'step'>>().toEqualTypeOf<{ settings: DescentSettings }>();
  expectTypeOf<Request['kind']>().toEqualTypeOf<RequestKind>();
  expectTypeOf<Request<'stop'>['ask']>().toEqualTypeOf<{ run: number }>();
  // The compiler reads what follows, and nothing runs it.
  const client_ = () => [
    // @ts-expect-error A caller that expects another answer.
    client.ask('step', { settings }) satisfies Promise<TrainEnd>,
    client.ask('step', { settings }) satisfies Promise<StepResult>,
    // @ts-expect-error What is asked for another kind.
    client.ask('step', { run: 1 }),
    // @ts-expect-error Nothing of what it needs.
    client.ask('step', {}),
    // @ts-expect-error No such kind.
    client.ask('stepp', { settings }),
  ];
  expect(client_).toBeTypeOf('function');
});

test('each kind has one handler, which answers what it should', () => {
  expectTypeOf<Handler<'configure'>>().returns.toEqualTypeOf<Backend | Promise<Backend>>();
  const handlers = () => {
    const { step, ...withoutStep } = all;
    return [
      { ...withoutStep, step } satisfies Handlers,
      // @ts-expect-error A handler is missing.
      withoutStep satisfies Handlers,
      // @ts-expect-error A handler gives another's answer.
      { ...all, step: () => backend } satisfies Handlers,
      // @ts-expect-error A handler promises another's answer.
      { ...all, step: () => Promise.resolve(backend) } satisfies Handlers,
      // @ts-expect-error A handler takes another's request.
      { ...all, pause: all.stop } satisfies Handlers,
      // @ts-expect-error A handler of nothing that can be asked.
      { ...all, stepp: step } satisfies Handlers,
    ];
  };
  expect(handlers).toBeTypeOf('function');
});

test('each kind has its own events', () => {
  expectTypeOf<EventOf<'train'>>().toEqualTypeOf<'progress' | 'epoch'>();
  expectTypeOf<EventOf<'loadIdx'>>().toEqualTypeOf<'loading' | 'part'>();
  expectTypeOf<EventOf<'step'>>().toEqualTypeOf<never>();
  expectTypeOf<NonNullable<Listeners<'train'>['epoch']>>().parameter(0).toEqualTypeOf<Epoch>();
  expectTypeOf<NonNullable<Listeners<'loadIdx'>['part']>>().parameter(0).toEqualTypeOf<DataInfo>();
  const events = (tellStep: Tell<'step'>, tellLoad: Tell<'loadIdx'>) => {
    tellLoad('loading', 0.5);
    // @ts-expect-error The value of another event.
    tellLoad('part', 0.5);
    // @ts-expect-error It has no events.
    tellStep('loading', 0.5);
    // @ts-expect-error Nobody tells that of it.
    void client.ask('step', { settings }, { on: { loading: () => undefined } });
  };
  expect(events).toBeTypeOf('function');
});
