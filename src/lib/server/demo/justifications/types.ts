/** Written reasons by indicator code and level; where a level has two, self-assessment and assessor draw different ones.
 *  Indonesian, in the words of a civil servant, with slots that `fillSlots` fills. */
export type JustificationTexts = Record<string, Record<number, readonly string[]>>;
