package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads again what an edit may have changed of an outline, and nothing else.
 *
 * <p>Reading begins at the block before the edit, or at the first block with an opener that the edit may have closed, and ends
 * at the first block behind the edit that began before it too. Only a window of whole lines is looked at. It is enough when
 * such a block was met inside it and no search for a closer ran into its end; else a wider one is taken.
 */
final class Reparse {

    /** How far the first window reaches behind the edit. */
    private static final int REACH = 2048;

    /** No closer that an opener is said to lack altogether is longer. */
    private static final int LONGEST_CLOSER = 128;

    private final Outline old;
    private final Edit edit;
    private final Text changed;
    /** For the closers of unclosed openers, whether the edit touches one of them. */
    private final Map<ImmutableList<String>, Boolean> touched = new HashMap<>();

    private Reparse(Outline old, Edit edit, Text changed) {
        this.old = old;
        this.edit = edit;
        this.changed = changed;
    }

    /** The outline of {@code changed}, the text of {@code old} after {@code edit}; neither text is blank. */
    static Outline of(Outline old, Edit edit, Text changed) {
        return new Reparse(old, edit, changed).outline();
    }

    private Outline outline() {
        int restart = restart();
        int start = old.start(restart);
        int behindEdit = edit.span().start() + edit.replacement().length();
        for (long reach = REACH; ; reach *= 16) {
            int end = behindNewline((int) Math.min(changed.length(), behindEdit + reach));
            String window = changed.slice(new Span(start, end));
            PageScanner.Scanned scanned =
                    PageScanner.scan(old.syntax(), window, restart == 0, at -> isOldStart(start + at, restart));
            boolean isToEnd = end == changed.length();
            if (isToEnd || scanned.end() < window.length() && isReadWithoutWhatFollows(scanned.blocks(), end)) {
                int stop = start + scanned.end();
                int keptFrom = isToEnd && stop == end ? old.size() : oldBlockAt(stop);
                return new Outline(old.syntax(), changed, blocks(restart, keptFrom, scanned.blocks()));
            }
        }
    }

    /** Whether a block stands at {@code at} that did so before the edit, behind it. */
    private boolean isOldStart(int at, int restart) {
        int before = at - edit.growth();
        if (before < edit.span().end() || at < edit.span().start()) {
            return false;
        }
        int block = old.blocks().at(before);
        return block > restart && old.start(block) == before;
    }

    private int oldBlockAt(int at) {
        return old.blocks().at(at - edit.growth());
    }

    /** The blocks up to {@code restart}, those read, and those from {@code keptFrom} on. */
    private Blocks blocks(int restart, int keptFrom, List<Block> read) {
        List<Block> fresh = new ArrayList<>(read);
        boolean isFirstSame =
                old.span(restart).end() <= edit.span().start() && read.get(0).isReadAs(old.block(restart));
        if (isFirstSame) {
            fresh.set(0, old.block(restart));
        }
        return old.blocks().replaced(restart, keptFrom, fresh);
    }

    /** The block before the edit, whose end the edit may change; or the first with an opener that it may close. */
    private int restart() {
        int before = Math.max(0, old.blockAt(edit.span().start()).orElse(0) - 1);
        return old.blocks()
                .firstUnclosed(before, unclosed -> isTouched(unclosed.closers()))
                .orElse(before);
    }

    /** Whether the lines of the edit hold one of {@code closers}, before or after it. */
    private boolean isTouched(ImmutableList<String> closers) {
        return touched.computeIfAbsent(closers, texts -> {
            String before = lines(old.text(), edit.span());
            int start = edit.span().start();
            String after =
                    lines(changed, new Span(start, start + edit.replacement().length()));
            return texts.stream().anyMatch(text -> occurs(before, text) || occurs(after, text));
        });
    }

    private static boolean occurs(String lines, String closer) {
        return Chars.indexOfIgnoreCase(lines, closer, 0) >= 0;
    }

    private static String lines(Text text, Span span) {
        int first = text.lineStart(text.lineOf(span.start()));
        return text.slice(new Span(first, text.line(text.lineOf(span.end())).end()));
    }

    /**
     * Whether no opener that was found unclosed in a window could be closed behind it: before the edit an opener in the window or
     * above lacked the same closers, and what is behind the window has not changed.
     */
    private boolean isReadWithoutWhatFollows(List<Block> read, int windowEnd) {
        Set<String> lacked = new HashSet<>();
        for (Block block : read) {
            for (Unclosed unclosed : block.unclosed()) {
                if (!unclosed.isAbsent()) {
                    return false;
                }
                lacked.addAll(unclosed.closers());
            }
        }
        return lacked.isEmpty() || absentBehind(windowEnd - edit.growth()).containsAll(lacked);
    }

    /** The closers that stood nowhere behind {@code offset} before the edit, as openers in front of it tell. */
    private Set<String> absentBehind(int offset) {
        Set<String> absent = new HashSet<>();
        for (Unclosed unclosed : old.blocks().lacksBefore(offset - LONGEST_CLOSER)) {
            if (unclosed.isAbsent()) {
                absent.addAll(unclosed.closers());
            }
        }
        return absent;
    }

    /** Behind the next LF from {@code at} on: a window that ended in a line, or in a CRLF, would make another line of it. */
    private int behindNewline(int at) {
        int newline = changed.indexOf('\n', at);
        return newline < 0 ? changed.length() : newline + 1;
    }
}
