const directive = /^\s*(eslint-disable(?:-next-line|-line)?|svelte-ignore)\b/;

/**
 * `eslint-disable` says after ` -- ` why the rule does not fit here; `svelte-ignore` says it in parentheses.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const reasonForDisable = {
	meta: { type: 'suggestion', schema: [], messages: { missing: 'Line {{line}}: {{name}} without a reason.' } },
	create(context) {
		/** @param {{ value: string, loc?: { start: { line: number } } | null }} comment */
		function check(comment) {
			const name = directive.exec(comment.value)?.[1];
			if (!name || !comment.loc) return;
			const reason = name === 'svelte-ignore' ? /\(.{8,}\)/s : /\s--\s+\S.{6,}/s;
			if (reason.test(comment.value)) return;
			const { line } = comment.loc.start;
			// Reported one line above, where a directive that disables every rule does not silence this one as well.
			context.report({ loc: { line: line - 1, column: 0 }, messageId: 'missing', data: { name, line: String(line) } });
		}
		return {
			Program: () => context.sourceCode.getAllComments().forEach(check),
			SvelteHTMLComment: check
		};
	}
};
