/** What the page on method says in Simplified Chinese of what lies beyond the promise. */
import type { beyond as english } from '../en/beyond.ts';

export const beyond: typeof english = {
  insiders: '知情者能得知什么',
  insidersText: [
    [
      '有人可能认识某个隐藏计数背后的一两个人，或者自己就是其中之一。关于这个计数，他仍然无法断定它低于门槛。但他所知道的，可能泄露另一个隐藏的计数。',
    ],
    [
      '因此我们只用已公布的文件来衡量：逐一假设每个隐藏的计数中有一名知情者（全部，或按名称抽取的样本），再带着知情者所知道的重新开始攻击。',
    ],
  ],
  insidersCaption: '在本发布版的多少个隐藏计数中，知情者可能得知另一个',
  insidersColumns: ['知情者所知道的', '有这种知情者的计数', '得知另一个低于门槛', '确切得知另一个'],
  insiderKnows: (people, alone) => {
    if (people === 1) return alone ? '一个人，并且没有别人' : '其中一个人';
    return alone ? '两个人，并且没有别人' : '其中两个人';
  },
};
