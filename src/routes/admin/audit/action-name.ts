import type { Step } from '#lib/domain/workflow/assessment-machine.ts';
import type { ClarificationMessageKind } from '#lib/domain/workflow/clarification-machine.ts';
import { m } from '#lib/paraglide/messages.js';
import { groupingName } from '#lib/words/province.ts';
import type { AuditAction } from '#lib/server/people/audit/actions.ts';

type Single = Exclude<AuditAction, `assessment.${string}` | `clarification.${string}` | `region.${string}`>;
type Ending<Action extends string> = Action extends `${infer Group}.${infer Kind}` ? `${Group}_${Kind}` : Action;

/** Name of an action in a few words, to choose from; of one that an older version wrote its code. */
export function actionName(action: AuditAction): string {
	const at = action.indexOf('.');
	const [group, kind] = [action.slice(0, at), action.slice(at + 1)];
	if (group === 'assessment') return m.audit_name_assessment({ step: m[`step_${kind as Step}`]() });
	if (group === 'clarification')
		return m.audit_name_clarification({ step: m[`clarification_kind_${kind as ClarificationMessageKind}`]() });
	if (action === 'region.area' || action === 'region.bakorwil')
		return m.audit_name_region_area({ grouping: groupingName() ?? m.province_changed_area() });
	const name = m[`audit_name_${action.replace('.', '_') as Ending<Single>}`] as (() => string) | undefined;
	return name?.() ?? action;
}
