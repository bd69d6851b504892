package io.github.logseqls.workspace;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.graph.Keyword;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads EDN, the notation of Logseq's configuration, as leniently as the app where names are concerned: keywords may begin
 * with a digit or a letter of any script.
 *
 * <p>A value is a {@link String}, {@link Keyword}, {@link Boolean}, {@link Long}, an {@link ImmutableList} for lists and
 * vectors, an {@link ImmutableSet} or a {@link Map}; all else is {@link Other}. What is open is kept on a stack of our own: the text cannot
 * exhaust the thread's.
 */
final class EdnReader {

    /** A value that no setting is made of: nil, a symbol, a character, a fraction, a tagged value. */
    record Other(String text) {}

    /** Why a text is no EDN, and the offset where that shows. */
    record Problem(int offset, String message) {}

    private enum Kind {
        LIST(')'),
        VECTOR(']'),
        SET('}'),
        MAP('}'),
        TAG('\0'),
        DISCARD('\0');

        private final char closer;

        Kind(char closer) {
            this.closer = closer;
        }
    }

    /** What waits for values, and those that it has. */
    private record Open(Kind kind, int offset, List<Object> values) {}

    /** Comparing values goes as deep as they are nested, so that has to end somewhere. */
    private static final int DEEPEST = 512;

    /** As the app's reader has it, which is JavaScript: a byte order mark is a blank. */
    private static final CharMatcher BLANK = CharMatcher.whitespace().or(CharMatcher.is('\uFEFF'));

    private static final CharMatcher ENDS_TOKEN = BLANK.or(CharMatcher.anyOf(",;\"()[]{}\\"));
    private static final CharMatcher FORBIDDEN = CharMatcher.anyOf("@`~");

    private final String text;
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;
    private @Nullable Object result;
    private @Nullable Problem problem;

    EdnReader(String text) {
        this.text = text;
    }

    /** The first value of the text; empty where there is none, or the text is no EDN. */
    Optional<Object> read() {
        while (result == null && problem == null && at < text.length()) {
            step();
        }
        if (problem == null && !open.isEmpty()) {
            fail(open.element().offset(), "nothing closes what opens here");
        }
        return problem == null ? Optional.ofNullable(result) : Optional.empty();
    }

    Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    private void step() {
        char c = text.charAt(at);
        switch (c) {
            case '(' -> open(Kind.LIST, 1);
            case '[' -> open(Kind.VECTOR, 1);
            case '{' -> open(Kind.MAP, 1);
            case ')', ']', '}' -> close(c);
            case '"' -> string();
            case ';' -> at = lineEnd();
            case '\\' -> {
                int end = tokenEnd(Math.min(at + 2, text.length()));
                take(new Other(text.substring(at, end)), end);
            }
            case '#' -> dispatch();
            // What stands behind is a value with metadata: the metadata say nothing here.
            case '^' -> open(Kind.DISCARD, 1);
            case '\'' -> at++;
            default -> {
                if (c == ',' || BLANK.matches(c)) {
                    at++;
                } else {
                    token();
                }
            }
        }
    }

    private void dispatch() {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        switch (next) {
            case '{' -> open(Kind.SET, 2);
            case '_' -> open(Kind.DISCARD, 2);
            case '!' -> at = lineEnd();
            case '#' -> take(new Other(text.substring(at, tokenEnd(at))), tokenEnd(at));
            default -> {
                if (ENDS_TOKEN.matches(next) || next == '\'') {
                    fail(at, "a # says nothing here");
                } else {
                    open(Kind.TAG, tokenEnd(at) - at);
                }
            }
        }
    }

    private void open(Kind kind, int length) {
        if (open.size() == DEEPEST) {
            fail(at, "nested too deeply");
            return;
        }
        open.push(new Open(kind, at, new ArrayList<>()));
        at += length;
    }

    private void close(char closer) {
        if (open.isEmpty() || open.element().kind().closer != closer) {
            fail(at, "nothing opens what closes here");
            return;
        }
        Open closed = open.pop();
        List<Object> values = closed.values();
        switch (closed.kind()) {
            case MAP -> map(closed);
            case SET -> {
                ImmutableSet<Object> set = ImmutableSet.copyOf(values);
                if (set.size() < values.size()) {
                    fail(closed.offset(), "the set holds a value twice");
                }
                take(set, at + 1);
            }
            default -> take(ImmutableList.copyOf(values), at + 1);
        }
    }

    private void map(Open closed) {
        List<Object> values = closed.values();
        if (values.size() % 2 != 0) {
            fail(closed.offset(), "the map has a key without a value");
            return;
        }
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i += 2) {
            if (map.put(values.get(i), values.get(i + 1)) != null) {
                fail(closed.offset(), "the map has the key " + values.get(i) + " twice");
            }
        }
        take(map, at + 1);
    }

    private void string() {
        StringBuilder value = new StringBuilder();
        int i = at + 1;
        while (i < text.length() && text.charAt(i) != '"') {
            int escape = text.charAt(i) == '\\' ? escapeLength(i) : 0;
            if (escape < 0) {
                fail(i, "no escape that a string may have");
                return;
            }
            value.append(escape == 0 ? text.charAt(i) : escaped(i));
            i += Math.max(1, escape);
        }
        if (i == text.length()) {
            fail(at, "nothing closes the string that opens here");
            return;
        }
        take(value.toString(), i + 1);
    }

    /** How many characters the escape at {@code i} has, or a negative number where it is none. */
    private int escapeLength(int i) {
        if (i + 1 < text.length() && "tnrbf\"\\".indexOf(text.charAt(i + 1)) >= 0) {
            return 2;
        }
        boolean code = text.startsWith("u", i + 1)
                && i + 6 <= text.length()
                && text.substring(i + 2, i + 6).matches("[0-9a-fA-F]{4}");
        return code ? 6 : -1;
    }

    private char escaped(int i) {
        char c = text.charAt(i + 1);
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> (char) Integer.parseInt(text.substring(i + 2, i + 6), 16);
            default -> c;
        };
    }

    private void token() {
        int end = tokenEnd(at);
        String token = text.substring(at, end);
        boolean keyword = token.startsWith(":");
        boolean named = !token.startsWith("::") && !token.endsWith(":");
        boolean number = token.matches("[-+]?\\d{1,18}");
        if (FORBIDDEN.matches(token.charAt(0)) || keyword && !named) {
            fail(at, "no value: " + token);
        } else if (keyword) {
            take(new Keyword(token.substring(1)), end);
        } else if (token.equals("true") || token.equals("false")) {
            take(Boolean.valueOf(token), end);
        } else {
            take(number ? Long.valueOf(token) : new Other(token), end);
        }
    }

    /** Hands a value that ends at {@code end} to what waits for it. */
    private void take(Object value, int end) {
        at = end;
        Object taken = value;
        while (!open.isEmpty() && open.element().kind() == Kind.TAG) {
            taken = new Other(text.substring(open.pop().offset(), end));
        }
        if (open.isEmpty()) {
            result = taken;
        } else if (open.element().kind() == Kind.DISCARD) {
            open.pop();
        } else {
            open.element().values().add(taken);
        }
    }

    private int tokenEnd(int from) {
        int end = ENDS_TOKEN.indexIn(text, from);
        return end < 0 ? text.length() : end;
    }

    private int lineEnd() {
        int end = CharMatcher.anyOf("\r\n").indexIn(text, at);
        return end < 0 ? text.length() : end;
    }

    private void fail(int offset, String message) {
        if (problem == null) {
            problem = new Problem(offset, message);
        }
    }
}
