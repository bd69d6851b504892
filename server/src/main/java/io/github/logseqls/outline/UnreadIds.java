package io.github.logseqls.outline;

import io.github.logseqls.text.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks in the text of one block for {@code id:: uuid} and {@code ((uuid))} that the reader has not taken for that. */
final class UnreadIds implements Text.Question {

    private final Block block;
    private final List<Inline> inlines;
    /** Where the targets of its references begin, in offsets in the block; known once one of them was asked for. */
    private final Set<Integer> targets = new HashSet<>();

    UnreadIds(Block block, List<Inline> inlines) {
        this.block = block;
        this.inlines = inlines;
    }

    @Override
    public boolean ask(String text, int from, int to) {
        return mayHoldId(text, from, to) && holdsUnread(text, from, to);
    }

    /** Looks at one character in so many as an id has: whatever id there is, one of its own is among them. */
    private static boolean mayHoldId(String text, int from, int to) {
        for (int at = from + BlockId.LENGTH - 1; at < to; at += BlockId.LENGTH) {
            if (mayBeInId(text.charAt(at))) {
                int first = at;
                while (first > from && mayBeInId(text.charAt(first - 1)) && at - first < BlockId.LENGTH) {
                    first--;
                }
                int end = at + 1;
                while (end < to && mayBeInId(text.charAt(end)) && end - first < BlockId.LENGTH) {
                    end++;
                }
                if (end - first >= BlockId.LENGTH) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean mayBeInId(char c) {
        return c == '-' || BlockId.isHexDigit(c);
    }

    private boolean holdsUnread(String text, int from, int to) {
        int idValue = -1;
        for (int at = from; at + BlockId.LENGTH < to; at++) {
            char c = text.charAt(at);
            if (c == '(' && isRef(text, at, to) && !isRead(at + 2 - from)) {
                return true;
            }
            if (c == ':' && isKeyOfId(text, from, at)) {
                int value = value(text, at, to);
                if (isId(text, value, to)) {
                    idValue = idValue < 0 ? valueThatCounts() : idValue;
                    if (value - from != idValue) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isRef(String text, int at, int to) {
        int target = at + 2;
        int end = target + BlockId.LENGTH;
        return text.charAt(at + 1) == '(' && end + 2 <= to && text.startsWith("))", end) && isId(text, target, to);
    }

    private boolean isRead(int target) {
        if (targets.isEmpty()) {
            for (Inline inline : inlines) {
                if (inline instanceof BlockRef ref) {
                    targets.add(ref.targetSpan().start());
                }
            }
        }
        return targets.contains(target);
    }

    /** Whether a colon is the first one behind a key that ends with {@code id}, as that of a custom id does too. */
    private static boolean isKeyOfId(String text, int from, int colon) {
        return colon - 2 >= from && Chars.startsWithIgnoreCase(text, colon - 2, "id");
    }

    private static int value(String text, int colon, int to) {
        int at = text.charAt(colon + 1) == ':' ? colon + 2 : colon + 1;
        while (at < to && Losses.isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isId(String text, int at, int to) {
        int end = at + BlockId.LENGTH;
        return end <= to
                && BlockId.isHexDigit(text.charAt(at))
                && BlockId.parse(text.substring(at, end)).isPresent();
    }

    /** Where in the block the value of its id begins; where it has none, at no offset. */
    private int valueThatCounts() {
        return block.id()
                .flatMap(id -> block.property("id"))
                .map(property -> property.valueSpan().start())
                .orElse(Integer.MAX_VALUE);
    }
}
