package io.github.logseqls.feature.reading;

import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the {@code :LOGBOOK:} of a task tells of the time that it took (format.md 5).
 *
 * @param span the drawer: UTF-16 offsets in the page
 * @param sessions how often work on it was begun and ended
 * @param seconds how long that took together
 * @param open whether work on it goes on
 */
record Logbook(Span span, int sessions, long seconds, boolean open) {

    private static final Pattern CLOCK = Pattern.compile(
            "^[ \\t]*CLOCK:[^=\\r\\n]*(?:=>[ \\t]*(\\d{1,7}):(\\d{1,2})(?::(\\d{1,2}))?)?", Pattern.MULTILINE);
    private static final int MINUTE = 60;

    /** The logbook of a block; empty where it has none with a time in it. */
    static Optional<Logbook> of(BlockAt block) {
        Outline outline = block.outline();
        return block.block().constructs().stream()
                .filter(construct -> construct.kind() == Construct.Kind.DRAWER
                        && construct.name().equalsIgnoreCase("logbook"))
                .findFirst()
                .map(construct -> outline.inPage(block.index(), construct.span()))
                .map(span -> read(span, outline.text().slice(span)))
                .filter(logbook -> logbook.sessions > 0 || logbook.open);
    }

    /** The time in hours and minutes, with the number of sessions. */
    String words() {
        String time = String.format(Locale.ROOT, "%d:%02d", seconds / MINUTE / MINUTE, seconds / MINUTE % MINUTE);
        String closed = time + " h in " + sessions + (sessions == 1 ? " session" : " sessions");
        return closed + (open ? ", and one is still running" : "");
    }

    private static Logbook read(Span span, String drawer) {
        int sessions = 0;
        long seconds = 0;
        boolean open = false;
        Matcher clock = CLOCK.matcher(drawer);
        while (clock.find()) {
            open |= clock.group(1) == null;
            if (clock.group(1) != null) {
                sessions++;
                seconds += (Long.parseLong(clock.group(1)) * MINUTE + Long.parseLong(clock.group(2))) * MINUTE;
                seconds += clock.group(3) == null ? 0 : Long.parseLong(clock.group(3));
            }
        }
        return new Logbook(span, sessions, seconds, open);
    }
}
