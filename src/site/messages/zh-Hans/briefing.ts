/** What briefings say in Simplified Chinese. */
import type { briefing as english } from '../en/briefing.ts';

export const briefing: typeof english = {
  name: '简报',
  paper: '本简报的 PDF 文件',
  of: (what) => `${what}：简报`,
  areas: '各片区简报',
  areaLead: (program) => [
    '一页纸，一个片区的统计。项目：',
    program,
    '。隐藏的数字是为了保护人。隐藏并不等于零。',
  ],
};
