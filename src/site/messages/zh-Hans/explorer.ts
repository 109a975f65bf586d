/** The explorer in Simplified Chinese: its page, and what its form and results say. */
import type { explorer as english } from '../en/explorer.ts';

export const explorer: typeof english = {
  name: '浏览数字',
  lead: ['选择统计内容、分类方式和时期。本页地址会保存您的选择，便于发送或引用。'],
  heading: '选择',
  needsScript: ['选择功能需要 JavaScript。没有它，下面每张表的页面和文件中也有同样的数字。'],
  tables: '所有表格',
  tablesCaption: '每张已公布的表格',
  onPage: '连同图表',
  asFile: '作为文件',
  file: 'CSV',
  measure: '统计内容',
  breakdown: '分类方式',
  none: '不分类',
  per: '按',
  from: '从',
  to: '到',
  show: '显示',
  all: '全部显示',
  download: '下载这些数字（CSV）',
  loading: '正在加载数字。',
  failed: '无法加载数字。下面的表格中也有这些数字。',
  drawnAlone: '图中只显示{period}，表格中有所有时期。少选几项即可查看随时间的变化。',
};
