import { factsOf } from '#lib/domain/province/types.ts';
import { speakOf } from '#lib/words/province.ts';
import { EAST_JAVA_PROFILE } from './east-java.ts';

// Test files share a process, and one of them may have set another province.
speakOf(factsOf(EAST_JAVA_PROFILE));
