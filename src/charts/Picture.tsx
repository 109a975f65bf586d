/** A drawing for phones and one for wider columns, of which the style sheet shows one; or one alone, which is shown everywhere. */
import { Marks } from './Marks.tsx';
import type { Drawing, SizedPlan } from './points.ts';

export function Picture({ drawing }: { readonly drawing: Drawing }) {
  return (
    <div className="picture">
      {drawing.plans.map((plan) => (
        <Sized key={plan.size.name} plan={plan} drawing={drawing} />
      ))}
    </div>
  );
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
      aria-labelledby={`${idOf('title')} ${idOf('desc')}`}
    >
      <title id={idOf('title')}>{drawing.title}</title>
      <desc id={idOf('desc')}>{drawing.description}</desc>
      <Marks marks={plan.marks} hatchId={idOf('hatch')} />
    </svg>
  );
}
