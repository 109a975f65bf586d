/** In Simplified Chinese: what stands with every chart for those who take it elsewhere, and in the files that they take. */
import type { travel as english } from '../en/travel.ts';

export const travel: typeof english = {
  useFigure: '使用此图',
  csv: '此图的数字（CSV）',
  json: '数字，附来源和备注（JSON）',
  svg: '图片（SVG）',
  png: '图片（PNG）',
  quote: '供转述',
  citation: '供引用',
  quoted: (title, city, program, release) => [
    ...title,
    '（',
    city,
    '，',
    program,
    '，发布版 ',
    release,
    '）',
  ],
  cited: (citation, title, address) => [...citation, ...title, '。', address],
  embedLatest: '嵌入；随最新发布版更新',
  embedFrozen: (release) => `嵌入；固定在发布版 ${release}`,
  embedLead: '嵌入的图没有脚本，也不设置 Cookie。框架会向本网站请求它，因此本网站的运营者能看到有人请求过。',
  figureOnPage: '此图所在的页面，附表和文件',
  ofRelease: (city, program, release) => [city, '，', program, '，发布版 ', release, '。'],
  hiddenNote: '斜线：为保护个人而隐藏。可能是零，也可能是任何数；它不是最低的值。',
  inventedMark: '虚构的数字',
};
