package io.github.logseqls.outline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads lists of items that begin with {@code *}, {@code +} or a number, and in Org with {@code -}. Items nest by their
 * indentation. An item that ends badly, as before a lone CR or a line below it that only looks like an item, is no item,
 * and then the one it is nested in ends badly too, if it is the first there.
 */
final class Lists {

    private final Syntax syntax;
    private final String text;
    /** Where items begin that were tried and are none. */
    private final Set<Integer> failed = new HashSet<>();

    private final Deque<Level> levels = new ArrayDeque<>();
    private final List<Item> items = new ArrayList<>();
    private int furthest;

    Lists(Syntax syntax, String text) {
        this.syntax = syntax;
        this.text = text;
    }

    /**
     * An item of a list.
     *
     * @param start where its line begins, with its indentation
     * @param content where its text begins
     * @param end where its text ends, before the items that are nested in it
     */
    record Item(int start, int content, int end, boolean isNumbered) {}

    /** A list that is being read: how far its items are indented at least, and the item it is nested in. */
    private static final class Level {

        private final int indent;
        private final int parent;
        private boolean hasItems;

        Level(int indent, int parent) {
            this.indent = indent;
            this.parent = parent;
        }
    }

    /** Where the list ends that begins at {@code at}, with the indentation of its first item; -1 where there is none. */
    int end(int at) {
        items.clear();
        levels.clear();
        levels.push(new Level(0, -1));
        furthest = at;
        int next = at;
        while (!levels.isEmpty()) {
            next = isItem(next) ? item(next) : close(next);
        }
        return next;
    }

    /** The items of the list that begins at {@code at}, those that are nested in others too. */
    List<Item> items(int at) {
        return end(at) < 0 ? List.of() : items;
    }

    /** How far {@link #end} has looked. */
    int furthest() {
        return furthest;
    }

    private boolean isItem(int at) {
        int mark = Chars.skipSpaces(text, at);
        return mark - at >= levels.element().indent
                && content(at, mark) >= 0
                && !failed.contains(at)
                && !Bullets.startsBlock(syntax, text, at);
    }

    /** Where the text of the item begins whose mark is at {@code mark}; -1 where none is. */
    private int content(int at, int mark) {
        if (mark == text.length()) {
            return -1;
        }
        char c = text.charAt(mark);
        boolean isDash = syntax == Syntax.ORG && mark == at;
        int behind = mark + 1;
        if (Chars.isDigit(c)) {
            behind = digitsEnd(mark);
            if (!text.startsWith(".", behind)) {
                return -1;
            }
            behind++;
        } else if (c != '+' && c != (isDash ? '-' : '*')) {
            return -1;
        }
        int content = Chars.skipSpaces(text, behind);
        if (content == behind) {
            return -1;
        }
        if (text.startsWith("[ ]", content) || Chars.startsWithIgnoreCase(text, content, "[x]")) {
            content = Chars.skipSpaces(text, content + 3);
        }
        return content < text.length() && !Chars.isLineEnd(text.charAt(content)) ? content : -1;
    }

    /** Reads the item at {@code at} and returns where the next one may begin, in this list or another. */
    private int item(int at) {
        int mark = Chars.skipSpaces(text, at);
        int content = content(at, mark);
        boolean isNumbered = Chars.isDigit(text.charAt(mark));
        int end = Chars.lineEnd(text, content);
        while (true) {
            int line = Chars.skipNewline(text, end);
            furthest = Math.max(furthest, line);
            int behindBlank = line > end ? Chars.skipNewline(text, line) : line;
            boolean isBlank = behindBlank > line;
            if (!isBlank && line < text.length() && Chars.isLineEnd(text.charAt(line))) {
                return fail(at);
            }
            boolean goesOn = !isBlank && line < text.length() && Chars.isSpace(text.charAt(line)) && !isBlockLine(line);
            int indent = goesOn && isItemLine(line) ? Chars.indent(text, line) : -1;
            if (goesOn && indent < 0) {
                end = Chars.lineEnd(text, line);
                continue;
            }
            items.add(new Item(at, content, end, isNumbered));
            if (goesOn && indent > mark - at) {
                levels.push(new Level(indent, at));
            } else {
                levels.element().hasItems = true;
            }
            return isBlank ? behindBlank : line;
        }
    }

    /** Ends the innermost list at {@code at}. */
    private int close(int at) {
        Level level = levels.pop();
        if (!level.hasItems) {
            return level.parent < 0 ? -1 : fail(level.parent);
        }
        if (!levels.isEmpty()) {
            levels.element().hasItems = true;
        }
        return at;
    }

    /** Takes back the item that begins at {@code item}, the last one of the innermost list. */
    private int fail(int item) {
        failed.add(item);
        while (!items.isEmpty() && items.get(items.size() - 1).start() >= item) {
            items.remove(items.size() - 1);
        }
        return item;
    }

    /** Whether a line below an item ends it as the start of a block; Logseq is less strict here than where it finds those. */
    private boolean isBlockLine(int line) {
        int first = line + Chars.indent(text, line);
        char mark = syntax == Syntax.ORG ? '*' : '-';
        boolean fits =
                first < text.length() && text.charAt(first) == mark && (syntax == Syntax.MARKDOWN || first == line);
        return fits && (text.startsWith(" ", first + 1) || Chars.lineEnd(text, first) == first + 1);
    }

    /** Whether a line below an item looks like an item: a number will do. */
    private boolean isItemLine(int line) {
        if (startsWithNumber(line)) {
            return true;
        }
        int mark = line + Chars.indent(text, line);
        if (mark + 1 >= text.length() || text.charAt(mark + 1) != ' ') {
            return false;
        }
        return switch (text.charAt(mark)) {
            case '+' -> true;
            case '*' -> syntax == Syntax.MARKDOWN || mark > line;
            case '-' -> syntax == Syntax.ORG;
            default -> false;
        };
    }

    private boolean startsWithNumber(int line) {
        int first = Chars.skipTrimmed(text, line);
        boolean signed = text.startsWith("+", first) || text.startsWith("-", first);
        int start = signed ? first + 1 : first;
        int end = digitsEnd(start);
        while (end > start && end < text.length() && (text.charAt(end) == '_' || digitsEnd(end) > end)) {
            end++;
        }
        return end > start
                && isInt(text.substring(first, Math.min(end, start + 40)).replace("_", ""));
    }

    private static boolean isInt(String digits) {
        try {
            Integer.parseInt(digits);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private int digitsEnd(int at) {
        int end = at;
        while (end < text.length() && Chars.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
