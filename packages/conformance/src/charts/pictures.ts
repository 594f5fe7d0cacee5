import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Subject, Text } from '@qingdan/core';
import { renderSvg } from '@qingdan/report/charts';
import UPNG from 'upng-js';
import { withFewColours } from './few-colours.js';
import { rasterize } from './rasterize.js';
import { DRAWN_ON, type ShippedProcedure } from './shipped.js';

/** Where the pictures of the shipped procedures lie, with the page that shows them. */
export const PICTURES = join(import.meta.dirname, '../../../../docs/procedures');

/** So many pixels for each unit of the drawing. */
const SCALE = 1.25;
/** A chart has few colours; with all the shades between them files would be three times as large. */
const COLOURS = 64;

/** The drawing that the picture of a procedure shows. */
export function drawingOf({ chart }: ShippedProcedure): string {
  return renderSvg(chart('zh'));
}

/** What tells whether a picture shows a drawing, and is the one that was made of it. */
export function digestOf(content: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** The picture of a drawing. */
export async function pictureOf(drawing: string): Promise<Uint8Array> {
  const { pixels, width, height } = await rasterize(drawing, SCALE);
  const { buffer } = withFewColours(pixels, COLOURS);
  return new Uint8Array(UPNG.encode([buffer as ArrayBuffer], width, height, 0));
}

const SUBJECT_WORDS: Readonly<Record<Subject, Text>> = {
  village: { zh: '村', en: 'villages' },
  community: { zh: '社区', en: 'communities' },
  cooperative: { zh: '集体经济组织', en: 'collectives' },
  station: { zh: '站所', en: 'stations' },
};

/** The page that shows all pictures. */
export function picturesPage(procedures: readonly ShippedProcedure[]): string {
  return [
    '# 权力运行流程图 · The procedures, drawn',
    '',
    '<!-- Written by `npx pnpm run generate`. -->',
    '',
    `规则包所载流程共${procedures.length}个，按${DRAWN_ON}的规定绘制。需要打印、编辑或者英文版的，用 \`qingdan export\` 导出。`,
    '',
    `The ${procedures.length} procedures of the packs by the law of ${DRAWN_ON}. To print or edit them, or for English: \`qingdan export\`.`,
    '',
    '| 流程 · procedure | 适用于 · for |',
    '| --- | --- |',
    ...procedures.map(({ id, procedure: { title }, subjects }) => {
      const whose = (['zh', 'en'] as const).map((lang) =>
        subjects.map((subject) => SUBJECT_WORDS[subject][lang]).join(lang === 'zh' ? '、' : ', '),
      );
      return `| [${title.zh} · ${title.en}](#${anchorOf(id)}) | ${whose.join(' · ')} |`;
    }),
    '',
    ...procedures.flatMap(({ id, procedure: { title } }) => [
      `## ${id}`,
      '',
      `${title.zh} · ${title.en}`,
      '',
      `![${title.zh}](${id}.png)`,
      '',
    ]),
  ].join('\n');
}

/** As GitHub makes it of a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}
