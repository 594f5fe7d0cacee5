import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseInstant } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { type AllCases, readAllCases } from '../../testing/read-all-cases.js';

const XML = `<?xml version="1.0" encoding="UTF-8"?>
<log>
  <object-types>
    <object-type name="Order"><attributes><attribute name="amount" type="float"/><attribute name="state" type="string"/></attributes></object-type>
    <object-type name="Item"><attributes/></object-type>
  </object-types>
  <event-types>
    <event-type name="Place"><attributes><attribute name="urgent" type="boolean"/><attribute name="resource" type="string"/></attributes></event-type>
    <event-type name="Pay"><attributes/></event-type>
  </event-types>
  <objects>
    <object id="O1" type="Order">
      <attributes>
        <attribute name="amount" time="1970-01-01T00:00:00Z">12.50</attribute>
        <attribute name="state" time="2026-01-06T08:00:00Z">paid &amp; sent</attribute>
      </attributes>
    </object>
    <object id="O2" type="Order"/>
    <object id="O3" type="Order"/>
    <object id="I1" type="Item"/>
  </objects>
  <events>
    <event id="e2" type="Pay" time="2026-01-06T08:00:00Z">
      <objects><relationship object-id="O1" qualifier="paid"/><relationship object-id="O2" qualifier="paid"/></objects>
    </event>
    <event id="e1" type="Place" time="2026-01-05T08:00:00Z">
      <attributes><attribute name="urgent">true</attribute><attribute name="resource">P1</attribute></attributes>
      <objects><relationship object-id="O1" qualifier="placed"/><relationship object-id="O1" qualifier="seen"/><relationship object-id="I1" qualifier="item"/></objects>
    </event>
    <event id="e3" type="Place" time="2026-01-07T08:00:00Z">
      <objects><relationship object-id="I1" qualifier="item"/></objects>
    </event>
  </events>
</log>`;

const rel = (objectId: string, qualifier: string) => ({ objectId, qualifier });
const DOCUMENT = {
  objectTypes: [
    {
      name: 'Order',
      attributes: [
        { name: 'amount', type: 'float' },
        { name: 'state', type: 'string' },
      ],
    },
    { name: 'Item', attributes: [] },
  ],
  eventTypes: [
    {
      name: 'Place',
      attributes: [
        { name: 'urgent', type: 'boolean' },
        { name: 'resource', type: 'string' },
      ],
    },
    { name: 'Pay', attributes: [] },
  ],
  objects: [
    {
      id: 'O1',
      type: 'Order',
      attributes: [
        { name: 'amount', time: '1970-01-01T00:00:00Z', value: 12.5 },
        { name: 'state', time: '2026-01-06T08:00:00Z', value: 'paid & sent' },
      ],
    },
    { id: 'O2', type: 'Order' },
    { id: 'O3', type: 'Order' },
    { id: 'I1', type: 'Item' },
  ],
  events: [
    {
      id: 'e2',
      type: 'Pay',
      time: '2026-01-06T08:00:00Z',
      relationships: [rel('O1', 'paid'), rel('O2', 'paid')],
    },
    {
      id: 'e1',
      type: 'Place',
      time: '2026-01-05T08:00:00Z',
      attributes: [
        { name: 'urgent', value: true },
        { name: 'resource', value: 'P1' },
      ],
      relationships: [rel('O1', 'placed'), rel('O1', 'seen'), rel('I1', 'item')],
    },
    { id: 'e3', type: 'Place', time: '2026-01-07T08:00:00Z', relationships: [rel('I1', 'item')] },
  ],
};
const JSON_TEXT = JSON.stringify(DOCUMENT, undefined, 1);

/** What a log says, wherever it says it. */
const said = ({ logs }: AllCases) =>
  logs.map((log) => ({
    ...log,
    events: log.events.map((each) => ({ ...each, place: undefined })),
  }));

describe('an object-centric log', () => {
  it.each([
    ['log.xml', XML],
    ['log.json', JSON_TEXT],
  ])('in %s gives a case for each object of the type that is asked for', async (file, text) => {
    const { logs, faults, counts } = await readAllCases(file, text, { type: 'Order' });
    expect(faults.map((fault) => fault.replace(/\d+:\d+ /, ''))).toEqual([
      '?case-without-events',
      '?events-of-others',
    ]);
    expect(counts).toEqual({ cases: 2, events: 3, lostEvents: 0, lostCases: 1, unmatched: 0 });
    expect(logs).toMatchObject([
      {
        id: 'O1',
        data: { amount: 12.5 },
        events: [
          {
            id: 'e1',
            step: 'Place',
            instant: parseInstant('2026-01-05T08:00:00Z'),
            by: { person: 'P1' },
            data: { urgent: true, 'ocel:qualifier': 'placed, seen' },
          },
          { id: 'e2', step: 'Pay', data: { state: 'paid & sent', 'ocel:qualifier': 'paid' } },
        ],
      },
      { id: 'O2', data: undefined, events: [{ id: 'e2', by: undefined }] },
    ]);
  });

  it('says the same in XML and in JSON, with the line of each', async () => {
    const xml = await readAllCases('log.xml', XML, { type: 'Order' });
    const json = await readAllCases('log.json', JSON_TEXT, { type: 'Order' });
    expect(said(xml)).toEqual(said(json));
    const lines = ({ logs }: AllCases) => logs[0]?.events.map(({ place }) => place?.line);
    expect(lines(xml)).toEqual([26, 23]);
    const line = (id: string) =>
      JSON_TEXT.slice(0, JSON_TEXT.indexOf(`"id": "${id}"`)).split('\n').length - 1;
    expect(lines(json)).toEqual([line('e1'), line('e2')]);
  });

  it.each<[string, string, string, string | undefined, readonly string[]]>([
    ['no type is asked for', 'log.xml', XML, undefined, ['object-type-needed']],
    ['there is no such type', 'log.json', JSON_TEXT, 'Ordre', ['unknown-object-type']],
    ['it breaks off', 'log.xml', XML.slice(0, -30), 'Order', ['xml-syntax']],
    ['it is other JSON', 'log.json', '{"a": 1}', 'Order', ['no-event-log']],
    ['it is no JSON', 'log.json', JSON_TEXT.slice(0, -30), 'Order', ['json-syntax']],
    [
      'an event has no time',
      'log.xml',
      XML.replace('time="2026-01-05T08:00:00Z"', 'time="soon"'),
      'Order',
      ['event-without-time', '?case-without-events', '?events-of-others'],
    ],
    [
      'an event is about an object that is not there',
      'log.json',
      JSON_TEXT.replace('"objectId": "I1"', '"objectId": "I9"'),
      'Order',
      ['?unknown-object', '?case-without-events', '?events-of-others'],
    ],
    [
      'an object stands twice',
      'log.xml',
      XML.replace('id="O3"', 'id="O2"'),
      'Order',
      ['duplicate-case', '?events-of-others'],
    ],
  ])('is reported where %s', async (_what, file, text, type, expected) => {
    const read = await readAllCases(file, text, type === undefined ? {} : { type });
    expect(read.faults.map((fault) => fault.replace(/\d+:\d+ /, ''))).toEqual(expected);
  });

  const shared =
    process.env.QINGDAN_SHARED ?? join(import.meta.dirname, '../../../../../../shared');
  const folder = join(shared, 'fixtures/ocel2');
  it.skipIf(!existsSync(folder)).each([
    ['Purchase Order', 2],
    ['Purchase Requisition', 1],
    ['Invoice', 3],
    ['Payment', 3],
  ])('of public example data gives the same cases of %s in both', async (type, cases) => {
    const json = readFileSync(join(folder, 'ocel20_example.jsonocel'));
    // The times of the one are those of the other at +01:00, without saying so.
    const xml = readFileSync(join(folder, 'ocel20_example.xmlocel'), 'utf8').replace(
      /time="(\d{4}-\d{2}-\d{2}T[\d:]+)"/g,
      'time="$1+01:00"',
    );
    const fromJson = await readAllCases('example.jsonocel', json, { type });
    const fromXml = await readAllCases('example.xmlocel', xml, { type });
    expect(said(fromXml)).toEqual(said(fromJson));
    expect(fromJson.counts.cases + fromJson.counts.lostCases).toBe(cases);
    expect(fromXml.counts).toEqual(fromJson.counts);
  });
});
