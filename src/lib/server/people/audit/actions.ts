import type { Step } from '#lib/domain/workflow/assessment-machine.ts';
import type { ClarificationMessageKind } from '#lib/domain/workflow/clarification-machine.ts';
import type { RoundStep } from '#lib/domain/workflow/round-machine.ts';

/** Every action of the audit log. The page has a name and a sentence for each, which the compiler checks. */
export type AuditAction =
	| 'login'
	| `answer.${'save' | 'import'}`
	| `assessment.${Step}`
	| `clarification.${ClarificationMessageKind}`
	| 'note.add'
	| `evidence.${'add' | 'use' | 'change' | 'place' | 'unuse' | 'remove' | 'link_alive' | 'link_dead' | 'share' | 'unshare'}`
	| `round.${'create' | 'edit' | 'assign' | RoundStep}`
	| `double.${'draw' | 'close' | 'score'}`
	| `plenary.${'session_add' | 'session_edit' | 'session_close' | 'agenda_add' | 'agenda_remove' | 'decide'}`
	| `calendar.${'add' | 'edit' | 'remove' | 'subscribe' | 'unsubscribe'}`
	| `visit.${'add' | 'edit'}`
	| `reminders.${'write' | 'settle' | 'messaged'}`
	| `instrument.${'store' | 'adopt'}`
	| 'region.area'
	/** Former name of `region.area`, from before provinces had profiles; entries never change. */
	| 'region.bakorwil'
	| 'province.install'
	| `agency.${'add' | 'rename'}`
	| `user.${'add' | 'password' | 'password_reset' | 'active' | 'contact'}`
	| 'token.add'
	| 'settings.change'
	| 'emblem.change'
	| `report_text.${'own' | 'omit' | 'generated' | 'keep'}`
	| 'publication.change'
	| 'boundaries.install'
	| 'backup.restore'
	| 'demo.users';
