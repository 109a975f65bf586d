/** A drawing for phones and one for wider columns, of which the style sheet shows one; or one alone, which scrolls where the column is narrower. */
import { Marks } from './Marks.tsx';
import type { Drawing, SizedPlan } from './points.ts';

export function Picture({ drawing }: { readonly drawing: Drawing }) {
  const { plans } = drawing;
  const [only] = plans;
  // What scrolls must take the focus, or a keyboard cannot scroll it.
  const scroller =
    plans.length === 1 && only !== undefined
      ? {
          className: 'picture one-size',
          role: 'group',
          tabIndex: 0,
          'aria-labelledby': titleId(drawing, only),
        }
      : { className: 'picture' };
  return (
    <div {...scroller}>
      {plans.map((plan) => (
        <Sized key={plan.size.name} plan={plan} drawing={drawing} />
      ))}
    </div>
  );
}

function titleId({ id }: Drawing, { size }: SizedPlan): string {
  return `${id}-${size.name}-title`;
}

function Sized({ plan, drawing }: { readonly plan: SizedPlan; readonly drawing: Drawing }) {
  const { name, widthPx } = plan.size;
  const heightPx = Math.ceil(plan.heightPx);
  const idOf = (part: string) => `${drawing.id}-${name}-${part}`;
  return (
    <svg
      className={`drawing ${name}`}
      viewBox={`0 0 ${widthPx} ${heightPx}`}
      width={widthPx}
      height={heightPx}
      lang={drawing.language}
      direction="ltr"
      role="img"
      aria-labelledby={`${titleId(drawing, plan)} ${idOf('desc')}`}
    >
      <title id={titleId(drawing, plan)}>{drawing.title}</title>
      <desc id={idOf('desc')}>{drawing.description}</desc>
      <Marks marks={plan.marks} hatchId={idOf('hatch')} />
    </svg>
  );
}
