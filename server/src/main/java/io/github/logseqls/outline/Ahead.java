package io.github.logseqls.outline;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds what comes next in a text, looking at each character about once however often it is asked from left to right: a text
 * full of openers that nothing closes is read in linear time.
 */
final class Ahead {

    private final String text;
    private @Nullable Map<Until, Answer> answers;

    Ahead(String text) {
        this.text = text;
    }

    /** From where something was looked for, and where it was found: what lies between does not stop a search. */
    private record Answer(int asked, int found) {

        boolean holdsFor(int from) {
            return asked <= from && from <= found;
        }
    }

    /** The first place at or behind {@code from} at which {@code until} is reached, or the end of the text. */
    int next(Until until, int from) {
        Map<Until, Answer> known = answers;
        if (known == null) {
            known = new EnumMap<>(Until.class);
            answers = known;
        }
        Answer answer = known.get(until);
        if (answer == null || !answer.holdsFor(from)) {
            answer = new Answer(from, until.find(text, from));
            known.put(until, answer);
        }
        return answer.found();
    }
}
