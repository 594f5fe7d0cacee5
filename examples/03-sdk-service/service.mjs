import { createServer } from 'node:http';
import { createChecker } from '@qingdan/sdk';

/**
 * @import { IncomingMessage } from 'node:http'
 * @import { Book, CheckerOptions, Language, Packs, RecordNode, ReportJson, RequirementJson } from '@qingdan/sdk'
 */

/** Larger bodies are refused. */
const BODY_LIMIT = 1024 * 1024;

/**
 * A service that accepts payments: `POST /payments` asks the lists what the draft still lacks, and refuses it while it lacks
 * anything that is its own; once accepted, the payment is checked, and stands in the registers for those that follow.
 *
 * @param {{ packs: Packs, records: readonly RecordNode[], books: readonly Book[], clock?: string, lang?: Language }} options
 */
export function createPaymentService({ packs, records, books, clock, lang = 'zh' }) {
  /** @type {unknown[]} */
  const registers = [...records];
  /** @type {Map<string, { payment: object, report: ReportJson }>} */
  const accepted = new Map();
  const taken = new Set(
    records.filter(({ record }) => record.id === 'expenditure').map((record) => keyOf(record)),
  );
  let checker = checkerNow();

  function checkerNow() {
    /** @type {CheckerOptions} */
    const options = { lang, records: { records: registers, books } };
    return createChecker(packs, clock === undefined ? options : { ...options, clock });
  }

  /** @param {unknown} body */
  function pay(body) {
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      return answer(400, { error: say('请求正文不是一笔支出', 'the body is no payment') });
    const { id, organisation } = /** @type {Record<string, unknown>} */ (body);
    if (typeof id !== 'string' || typeof organisation !== 'string')
      return answer(400, { error: say('缺少编号或者组织', 'it has no id or no organisation') });
    const key = keyOf({ id, organisation });
    if (taken.has(key)) return answer(409, { error: say('该编号已经登记', 'this id is taken') });

    // Before: what does the draft lack?
    const payment = { ...body, kind: 'expenditure' };
    const { judged, items, diagnostics } = checker.requirements(payment);
    const lacking = items.filter(isOwn).map(tell);
    if (!judged || diagnostics.length > 0 || lacking.length > 0)
      return answer(422, { accepted: false, judged, faults: diagnostics, lacking });

    // After: it is accepted, and what the lists say of it is kept with it.
    registers.push(payment);
    checker = checkerNow();
    taken.add(key);
    const report = checker.check(payment);
    accepted.set(key, { payment, report });
    return answer(201, { accepted: true, report });
  }

  /** @param {string} zh @param {string} en */
  function say(zh, en) {
    return lang === 'zh' ? zh : en;
  }

  return createServer((request, response) => {
    void respond(request)
      .catch((error) => {
        console.error(error);
        return answer(500, { error: say('服务出错', 'the service failed') });
      })
      .then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
        response.end(JSON.stringify(body));
      });
  });

  /** @param {IncomingMessage} request */
  async function respond(request) {
    const [path = '', query = ''] = (request.url ?? '').split('?');
    if (path !== '/payments')
      return answer(404, { error: say('没有这个地址', 'there is nothing here') });
    if (request.method === 'GET') {
      const asked = new URLSearchParams(query);
      const found = accepted.get(
        keyOf({ id: asked.get('id') ?? '', organisation: asked.get('organisation') ?? '' }),
      );
      return found === undefined
        ? answer(404, { error: say('没有这笔支出', 'there is no such payment') })
        : answer(200, found);
    }
    if (request.method !== 'POST')
      return answer(405, { error: say('只能查询和登记', 'GET or POST') });
    const text = await textOf(request);
    if (text === undefined)
      return answer(413, { error: say('请求正文过大', 'the body is too large') });
    const body = parseJson(text);
    return body === undefined
      ? answer(400, { error: say('请求正文不是 JSON', 'the body is no JSON') })
      : pay(body);
  }
}

/**
 * Whether an item stands in the way of the payment itself. What waits for a register that isn't at hand doesn't: nobody who
 * pays could supply it.
 *
 * @param {RequirementJson} requirement
 */
function isOwn({ verdict, missing }) {
  return verdict === 'violated' || missing.some(({ scope }) => scope === 'record');
}

/** @param {RequirementJson} requirement */
function tell({ item, verdict, title, missing, satisfiedBy, remedy }) {
  return {
    item,
    verdict,
    title,
    missing: missing.filter(({ scope }) => scope === 'record').map(({ label }) => label),
    satisfiedBy: satisfiedBy.map(({ sentence }) => sentence),
    remedy,
  };
}

/** @param {{ readonly id: string, readonly organisation?: string | undefined }} record */
function keyOf({ id, organisation }) {
  return JSON.stringify([organisation, id]);
}

/** @param {number} status @param {object} body */
function answer(status, body) {
  return { status, body };
}

/** @param {IncomingMessage} request */
async function textOf(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= BODY_LIMIT) chunks.push(chunk);
  }
  return size > BODY_LIMIT ? undefined : Buffer.concat(chunks).toString('utf8');
}

/** @param {string} text @returns {unknown} */
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
