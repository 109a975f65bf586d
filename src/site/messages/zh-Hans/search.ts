/** What the page with every page and table says in Simplified Chinese. */
import type { search as english } from '../en/search.ts';

export const search: typeof english = {
  name: '查找',
  heading: '搜索',
  lead: [
    '所有页面及其各部分，以及所有表格、计数、片区、请求、发布版和文件。代码不带连字符、用小写字母也能找到。',
  ],
  label: '要查找的词',
  tables: '表格',
  found: '找到的条目：{count}',
  nothing: '没有找到。请减少或缩短要查找的词。',
  meanings: 'ice: 移民, immigration; subpoena: 传票; warrant: 令',
};
