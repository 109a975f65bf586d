/** What the page on translations says in Simplified Chinese. */
import type { about as english } from '../en/about.ts';

export const about: typeof english = {
  design: '本网站的设计（英文）',
  translationHeading: '关于译文',
  translationLead: [
    '本网站以英文撰写，再译成其他语言。数字在每种语言中都相同；他人说过的话也保持原文，不作翻译。',
  ],
  translationState: '由谁校对',
  sourceLanguage: '原文',
  checkedBy: (who) => `校对：${who}`,
  unchecked: '草稿，尚无人校对',
  residentsFirst: ['译文尚未校对之处，居民需要能够信赖的内容旁附英文原文。'],
  correct: '如何更正',
  correctSteps: [
    ['请记下哪里有误、应如何表述，以及在哪一页。'],
    ['请告知该项目的负责方。如有联系方式，列在该项目各页的末尾。'],
    [
      '您也可以自行更正。网站的文字在 src/site/messages 文件夹中，项目的文字在其资料旁的 translations 文件夹中。文档 docs/languages.md 说明了做法。',
    ],
  ],
};
