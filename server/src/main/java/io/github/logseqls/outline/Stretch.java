package io.github.logseqls.outline;

/** A part of a text that is read by itself: at its end every look ahead ends too. Offsets are in the whole text. */
record Stretch(String text, Ahead ahead, int start, int end) {

    boolean has(int at, char c) {
        return at < end && text.charAt(at) == c;
    }

    boolean follows(int at, String expected) {
        return at + expected.length() <= end && text.startsWith(expected, at);
    }

    /** The first place at or behind {@code from} at which {@code until} is reached; the end, if {@code from} lies behind it too. */
    int until(Until until, int from) {
        return from < end ? Math.min(end, ahead.next(until, from)) : end;
    }

    /** Behind the closer that {@code until} looks for, if it stands at or behind {@code from}, or else -1. */
    int behind(Until until, int from) {
        int behind = from < end ? ahead.next(until, from) + until.length() : end + 1;
        return behind <= end ? behind : -1;
    }

    boolean holds(char c) {
        for (int at = start; at < end; at++) {
            if (text.charAt(at) == c) {
                return true;
            }
        }
        return false;
    }

    int skipSpaces(int from) {
        int at = from;
        while (at < end && Chars.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    Stretch part(int from, int to) {
        return new Stretch(text, ahead, from, to);
    }
}
