package io.github.logseqls.completion;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/**
 * A pair of brackets that is open at the end of a line.
 *
 * @param mark the opener
 * @param start where it stands in the line
 */
record OpenBrackets(String mark, int start) {

    /** The innermost pair that is open, and the one around it. */
    record Innermost(OpenBrackets inner, Optional<OpenBrackets> outer) {

        /** What stands in the inner ones up to the caret. */
        String typedIn(CaretLine line) {
            return line.before().substring(inner.start() + inner.mark().length());
        }
    }

    static Optional<Innermost> in(String line) {
        Deque<OpenBrackets> open = new ArrayDeque<>();
        for (int at = 0; at + 1 < line.length(); at++) {
            String pair = line.substring(at, at + 2);
            switch (pair) {
                case "[[", "{{" -> {
                    open.push(new OpenBrackets(pair, at));
                    at++;
                }
                case "((" -> {
                    // Behind a label the first of three is the link's own.
                    boolean isLinkToo = line.startsWith("(((", at) && at > 0 && line.charAt(at - 1) == ']';
                    open.push(new OpenBrackets(pair, isLinkToo ? at + 1 : at));
                    at += isLinkToo ? 2 : 1;
                }
                case "]]" -> at += closed(open, "[[");
                case "}}" -> at += closed(open, "{{");
                case "))" -> at += closed(open, "((");
                default -> {
                    // Anything else opens and closes nothing.
                }
            }
        }
        Iterator<OpenBrackets> innermost = open.iterator();
        return innermost.hasNext()
                ? Optional.of(new Innermost(
                        innermost.next(), innermost.hasNext() ? Optional.of(innermost.next()) : Optional.empty()))
                : Optional.empty();
    }

    /** Takes away a pair with all that is open inside it; how many characters more the closer has then. */
    private static int closed(Deque<OpenBrackets> open, String mark) {
        if (open.stream().noneMatch(brackets -> brackets.mark().equals(mark))) {
            return 0;
        }
        while (!open.pop().mark().equals(mark)) {
            // What is not closed before what holds it never will be.
        }
        return 1;
    }
}
