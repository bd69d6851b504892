package io.github.logseqls.rename;

/** Tells the user why something gets no other name. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refusal(String why) {
        super(why, null, false, false);
    }

    /** What is, and what to do. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
