import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COUNTY, SHIPPED } from './village-year.js';

const ROOT = join(import.meta.dirname, '../../../..');
const SERVICE = join(ROOT, 'examples/03-sdk-service');
const FOLDER = mkdtempSync(join(tmpdir(), 'qingdan-service-'));

interface Answer {
  readonly status: number;
  readonly body: {
    readonly accepted?: boolean;
    readonly error?: string;
    readonly faults?: readonly { readonly code: string }[];
    readonly lacking?: readonly {
      readonly item: string;
      readonly verdict: string;
      readonly missing: readonly string[];
    }[];
    readonly report?: { readonly results: readonly { readonly outcome: string }[] };
  };
}

describe('the example service', () => {
  let server: ChildProcess;
  let url: string;
  let payment: Record<string, unknown>;

  beforeAll(async () => {
    // The village's year, less one payment that is in order: the service is asked to pay it.
    cpSync(join(ROOT, 'examples/01-village-year'), FOLDER, { recursive: true });
    const register = join(FOLDER, 'expenditure.jsonl');
    const lines = readFileSync(register, 'utf8').split('\n');
    const line = lines.find((each) => each.includes('"E-2025-001"')) ?? '';
    payment = JSON.parse(line) as Record<string, unknown>;
    writeFileSync(register, lines.filter((each) => each !== line).join('\n'));

    const args = [join(SERVICE, 'server.mjs'), join(FOLDER, 'dataset.yaml'), ...SHIPPED, COUNTY];
    server = spawn(process.execPath, args, {
      env: { ...process.env, PORT: '0', CLOCK: '2026-08-01' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [first] = (await once(createInterface(server.stdout!), 'line')) as [string];
    url = first;
  }, 120_000);

  afterAll(async () => {
    if (server.exitCode === null) {
      server.kill();
      await once(server, 'exit');
    }
    rmSync(FOLDER, { recursive: true });
  });

  const pay = async (body: unknown): Promise<Answer> => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(url, { method: 'POST', body: text });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  };

  it('refuses a draft, and says what it lacks', async () => {
    const { approvals, vouchers, ...draft } = payment;
    expect([approvals, vouchers]).not.toContain(undefined);
    const { status, body } = await pay(draft);
    expect(status).toBe(422);
    expect(body.faults).toEqual([]);
    expect(body.lacking?.flatMap(({ missing }) => missing)).toEqual(
      expect.arrayContaining(['审批记录', '原始凭证']),
    );
  });

  it.each([
    ['is no JSON', '{', 400],
    ['is a list', '[]', 400],
    ['has no id', { organisation: 'V-YUNXI' }, 400],
    ['is too large', ' '.repeat(2 ** 20 + 1), 413],
    ['has a day that is none', { id: 'E-X', organisation: 'V-YUNXI', paidOn: '2026-02-30' }, 422],
  ])('refuses a body that %s', async (_, body, status) => {
    expect((await pay(body)).status).toBe(status);
  });

  it('accepts the payment once nothing is lacking, and keeps the report with it', async () => {
    const { status, body } = await pay(payment);
    expect(body).toMatchObject({ accepted: true });
    expect(status).toBe(201);
    const found = await fetch(`${url}?organisation=V-YUNXI&id=E-2025-001`);
    expect(await found.json()).toEqual({ payment, report: body.report });
  });

  it('refuses the id a second time, and the invoice under another id', async () => {
    expect((await pay(payment)).status).toBe(409);
    const { status, body } = await pay({ ...payment, id: 'E-AGAIN' });
    expect(status).toBe(422);
    const violated = body.lacking?.filter(({ verdict }) => verdict === 'violated');
    expect(violated?.map(({ item }) => item)).toContain('village.col-invoice-dup');
  });

  it('knows only what it accepted', async () => {
    expect((await fetch(`${url}?organisation=V-YUNXI&id=E-AGAIN`)).status).toBe(404);
    expect((await fetch(url.replace('payments', 'seals'))).status).toBe(404);
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(405);
  });

  it('is typed', () => {
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', SERVICE], { encoding: 'utf8' });
    expect(stdout).toBe('');
  }, 60_000);
});
